import type pg from 'pg';
import type { PostgresPool } from '../../../src/postgres/index.ts';

/** A pool that is counted, and whose answers can get lost on their way. */
export interface WatchedPool extends PostgresPool {
  /** Statements that were asked by `query`, in order. */
  readonly asked: readonly string[];
  /** How many connections were taken for longer. */
  readonly connects: number;
  /** Loses the answer to the next statement that holds this text; it is done all the same. */
  readonly loseAnswerTo: (text: string) => void;
}

export function watched(pool: pg.Pool): WatchedPool {
  const asked: string[] = [];
  let connects = 0;
  let losing: string | undefined;
  return {
    asked,
    get connects() {
      return connects;
    },
    loseAnswerTo: (text) => void (losing = text),
    async query(text, values) {
      asked.push(text);
      const answer = await pool.query<Record<string, unknown>>(text, values);
      if (losing !== undefined && text.includes(losing)) {
        losing = undefined;
        // As pg says it when the connection ends before the answer
        throw new Error('Connection terminated unexpectedly');
      }
      return answer;
    },
    connect() {
      connects += 1;
      return pool.connect();
    },
  };
}
