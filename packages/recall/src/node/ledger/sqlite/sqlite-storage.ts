import type { DatabaseSync } from 'node:sqlite';
import { hashIn } from '../../../ledger/book/chain.ts';
import type { Change, ChainHead, LedgerStorage } from '../../../ledger/book/storage.ts';
import { coverage } from '../../../spans/coverage.ts';
import type { Spans } from '../../../spans/spans.ts';
import { integer, text } from '../../../ledger/rows/columns.ts';
import { openOf, outcomeOf, standingOf, toOpen, toOutcome, toStanding } from '../../../ledger/rows/rows.ts';
import { rollBack, transaction } from './transaction.ts';

const SET_STANDING = `UPDATE standing SET next_batch = ?, accepted = ?, rejected = ?, unknown = ?, sent = ?,
  retried = ?, throttled = ?, state = ?, started_at = ?, session_at = ?, active_at = ?, elapsed_ms = ?,
  finished_at = ?, stopped_by = ?`;

/** Stores a recall's rows in a database. Statements are prepared once: a step is a handful of them. */
export function sqliteStorage(database: DatabaseSync): LedgerStorage {
  const prepared = {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    standing: database.prepare(SET_STANDING),
    put: database.prepare('INSERT OR REPLACE INTO open VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    close: database.prepare('DELETE FROM open WHERE batch = ?'),
    settle: database.prepare('INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?, ?)'),
    setCode: database.prepare('INSERT OR REPLACE INTO codes VALUES (?, ?)'),
    removeCode: database.prepare('DELETE FROM codes WHERE code = ?'),
    line: database.prepare('INSERT INTO evidence VALUES (?, ?)'),
    reopen: database.prepare(`DELETE FROM outcomes WHERE outcome = 'unknown' AND batch <= ?`),
  };

  const write = (change: Change): void => {
    prepared.standing.run(...toStanding(change.standing));
    for (const batch of change.closed ?? []) prepared.close.run(batch);
    for (const row of change.put ?? []) prepared.put.run(...toOpen(row));
    if (change.reopenedUpTo !== undefined) prepared.reopen.run(change.reopenedUpTo);
    for (const row of change.settled ?? []) prepared.settle.run(...toOutcome(row));
    for (const [code, targets] of change.codes ?? []) {
      if (targets === 0) prepared.removeCode.run(code);
      else prepared.setCode.run(code, targets);
    }
    for (const { seq, line } of change.lines ?? []) prepared.line.run(seq, line);
  };

  return {
    load: () =>
      transaction(database, () => {
        const head = headOf(database);
        return {
          standing: standingOf(database.prepare('SELECT * FROM standing').get()),
          open: database.prepare('SELECT * FROM open ORDER BY batch').all().map(openOf),
          codes: codesOf(database),
          settled: settledIn(database),
          ...(head && { head }),
        };
      }),
    unknown: () =>
      database
        .prepare(`SELECT * FROM outcomes WHERE outcome = 'unknown' ORDER BY start`)
        .all()
        .map(outcomeOf),
    commit(change) {
      prepared.begin.run();
      try {
        write(change);
        prepared.commit.run();
      } catch (error) {
        rollBack(database);
        throw error;
      }
    },
  };
}

/** Row by row: there may be millions of them. */
function settledIn(database: DatabaseSync): Spans {
  const settled = coverage();
  const rows = database.prepare('SELECT start, past FROM outcomes ORDER BY start').iterate();
  for (const row of rows) settled.add([[integer(row, 'start'), integer(row, 'past')]]);
  return settled.spans();
}

export const codesOf = (database: DatabaseSync): ReadonlyMap<string, number> =>
  new Map(
    database
      .prepare('SELECT * FROM codes ORDER BY code')
      .all()
      .map((row) => [text(row, 'code'), integer(row, 'targets')]),
  );

/** The end of the evidence, if it has begun. */
export function headOf(database: DatabaseSync): ChainHead | undefined {
  const row = database.prepare('SELECT * FROM evidence ORDER BY seq DESC LIMIT 1').get();
  return row && { seq: integer(row, 'seq'), hash: hashIn(text(row, 'line')) };
}
