import type { DatabaseSync } from 'node:sqlite';

/** Does all of it or, if it throws, nothing. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Reads everything as it stood at one moment. */
export function snapshot<T>(database: DatabaseSync, read: () => T): T {
  database.exec('BEGIN');
  try {
    return read();
  } finally {
    rollBack(database);
  }
}

export function rollBack(database: DatabaseSync): void {
  // A full disk makes SQLite roll back by itself
  if (database.isTransaction) database.exec('ROLLBACK');
}
