import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { outcomesOf, type OutcomeSpan } from '../../../ledger/read/outcomes.ts';
import { recordedSummary, type RecordedSummary } from '../../../ledger/read/recorded-summary.ts';
import type { RecallFolder } from '../files/recall-folder.ts';
import type { RecallReader } from '../recall-record.ts';
import { readAbout, type About } from '../sqlite/about.ts';
import { integer, text, type Row } from '../../../ledger/rows/columns.ts';
import { connectReader } from '../sqlite/connect.ts';
import { faultOf, named } from '../sqlite/fault.ts';
import { isHeld } from '../sqlite/lock.ts';
import { openDatabaseToRead } from '../sqlite/open-database.ts';
import { openOf, outcomeOf, standingOf } from '../../../ledger/rows/rows.ts';
import { MIGRATIONS } from '../sqlite/schema.ts';
import { codesOf, headOf } from '../sqlite/sqlite-storage.ts';
import { snapshot } from '../sqlite/transaction.ts';

/** Opens the record of a recall to read it, whoever owns it. */
export function readRecall(place: RecallFolder): RecallReader {
  const database = named(place, () => openDatabaseToRead({ place, migrations: MIGRATIONS }));
  const close = (): void => {
    if (database.isOpen) database.close();
  };
  try {
    const about = named(place, () => readAbout(database));
    const { facts, settings, forgotten } = about;
    const { recallId, spoolDirectory } = place;
    return {
      ...{ recallId, spoolDirectory, facts, settings, forgotten },
      summary: () => named(place, () => summaryOf(database, { about, place })),
      inDoubt: () => named(place, () => integer(database.prepare(IN_DOUBT).get(), 'targets')),
      outcomes: () => streamed(place, (own) => outcomesIn(own, about)),
      evidence: () => streamed(place, linesIn),
      evidenceKey: () => about.evidenceKey,
      close,
      [Symbol.dispose]: close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Opens the record of a recall for one question. */
export function withRecall<T>(place: RecallFolder, ask: (recall: RecallReader) => T): T {
  const recall = readRecall(place);
  try {
    return ask(recall);
  } finally {
    recall.close();
  }
}

function summaryOf(
  database: DatabaseSync,
  { about, place }: { readonly about: About; readonly place: RecallFolder },
): RecordedSummary {
  const owned = (): boolean => existsSync(place.lock) && isHeld(place.lock);
  // Asked before as well as after: an owner that ends its work in between is no process that died
  const before = owned();
  return snapshot(database, () => {
    const head = headOf(database);
    return recordedSummary({
      facts: about.facts,
      standing: standingOf(database.prepare('SELECT * FROM standing').get()),
      codes: codesOf(database),
      inDoubt: integer(database.prepare(IN_DOUBT).get(), 'targets'),
      owned: before || owned(),
      ...(head && { evidenceHead: head.hash }),
    });
  });
}

const IN_DOUBT = `SELECT coalesce(sum(targets), 0) AS targets FROM open
  WHERE may_have_been_received = 1 OR repeats IS NOT NULL`;

/** A connection of its own: what a long reading sees must not change, nor stand in the way of other readings. */
function* streamed<T>(place: RecallFolder, read: (database: DatabaseSync) => Iterable<T>): Generator<T> {
  let database: DatabaseSync | undefined;
  try {
    database = connectReader(place.database);
    database.exec('BEGIN');
    yield* read(database);
  } catch (error) {
    throw faultOf(error, place);
  } finally {
    database?.close();
  }
}

function outcomesIn(database: DatabaseSync, { facts }: About): Iterable<OutcomeSpan> {
  const { read, malformed, duplicate } = facts.input.totals;
  return outcomesOf({
    open: database.prepare('SELECT * FROM open').all().map(openOf),
    settled: mapped(database.prepare('SELECT * FROM outcomes ORDER BY start').iterate(), outcomeOf),
    targets: read - malformed - duplicate,
  });
}

const linesIn = (database: DatabaseSync): Iterable<string> =>
  mapped(database.prepare('SELECT line FROM evidence ORDER BY seq').iterate(), (row) => text(row, 'line'));

function* mapped<T>(rows: Iterable<Row>, as: (row: Row) => T): Generator<T> {
  for (const row of rows) yield as(row);
}
