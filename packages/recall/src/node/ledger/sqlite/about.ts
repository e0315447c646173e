import type { DatabaseSync } from 'node:sqlite';
import { NEW_STANDING } from '../../../ledger/book/standing.ts';
import type { RecallFacts } from '../../../summary/facts.ts';
import type { LedgerSettings } from '../recall-record.ts';
import { blob, integer, text } from '../../../ledger/rows/columns.ts';
import { toStanding } from '../../../ledger/rows/rows.ts';

/** What does not change with the steps of a recall. */
export interface About {
  readonly facts: RecallFacts;
  readonly settings: LedgerSettings;
  readonly evidenceKey: Uint8Array;
  readonly forgotten: boolean;
}

export function readAbout(database: DatabaseSync): About {
  const row = database.prepare('SELECT * FROM about').get();
  return {
    // Written by the two below
    facts: JSON.parse(text(row, 'facts')) as RecallFacts,
    settings: JSON.parse(text(row, 'settings')) as LedgerSettings,
    evidenceKey: blob(row, 'evidence_key'),
    forgotten: integer(row, 'forgotten') === 1,
  };
}

/** The first rows of a new ledger. */
export function writeAbout(
  database: DatabaseSync,
  { facts, settings, evidenceKey }: Omit<About, 'forgotten'>,
): void {
  database
    .prepare('INSERT INTO about (id, facts, settings, evidence_key) VALUES (1, ?, ?, ?)')
    .run(JSON.stringify(facts), JSON.stringify(settings), evidenceKey);
  const values = toStanding(NEW_STANDING);
  database.prepare(`INSERT INTO standing VALUES (1, ${values.map(() => '?').join(', ')})`).run(...values);
}

export function writeSettings(database: DatabaseSync, settings: LedgerSettings): void {
  database.prepare('UPDATE about SET settings = ?').run(JSON.stringify(settings));
}

/**
 * Settings may hold targets that were named on the command line. Nothing of them stays in the file but what
 * remains; false if something does for now, because somebody reads it.
 */
export function forgetSettings(database: DatabaseSync, remaining: LedgerSettings): boolean {
  database.prepare('UPDATE about SET settings = ?, forgotten = 1').run(JSON.stringify(remaining));
  // It does not throw where it cannot; it says so in its row
  return integer(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get(), 'busy') === 0;
}
