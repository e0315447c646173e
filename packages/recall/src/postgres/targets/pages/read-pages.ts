import { batchOfJson } from '@unpush/core';
import type { IntakeTotals, TargetChunk } from '../../../intake/target-source.ts';
import { LedgerError } from '../../../ledger/ledger-error.ts';
import { integer, maybeInteger, maybeText, type Row } from '../../../ledger/rows/columns.ts';
import type { Database } from '../../connection/database.ts';
import { forgottenRecall } from '../../ownership/refusals.ts';
import type { Passed } from './page-writer.ts';
import { digestOf, runOf } from './page.ts';
import { readAgain, type KeptElsewhere } from './provided-page.ts';

/** Whose pages, and who keeps their targets, unless it is the database. */
export interface PagesPlace {
  readonly recallId: string;
  readonly keptElsewhere?: KeptElsewhere;
  readonly signal?: AbortSignal;
}

const NOTHING: Passed = { malformed: [], duplicate: 0 };

/** Makes of its row what a page holds, and makes sure that its targets are still the same. */
export async function contentOf(
  row: Row,
  { recallId, keptElsewhere, signal }: PagesPlace,
): Promise<TargetChunk> {
  const digest = bytesIn(row, 'digest');
  // The casts: what hold-place has written
  if (keptElsewhere !== undefined) {
    const cursor = maybeText(row, 'cursor');
    const dropped = JSON.parse(maybeText(row, 'dropped') ?? '[]') as readonly number[];
    const known = { cursor, read: maybeInteger(row, 'read') ?? 0, dropped, digest };
    return readAgain(keptElsewhere, known, signal);
  }
  const lines = row['lines'];
  if (!Buffer.isBuffer(lines) || !digestOf(lines).equals(digest))
    throw damagedPage(recallId, integer(row, 'first'));
  const passed = maybeText(row, 'passed');
  return {
    targets: batchOfJson(runOf(lines, integer(row, 'targets'))),
    ...(passed === undefined ? NOTHING : (JSON.parse(passed) as Passed)),
  };
}

/** What a row of a page is asked for. Numbers of 64 bits would come as strings. */
export const PAGE_COLUMNS =
  'first::float8, number::float8, targets, digest, lines, passed, cursor, read, dropped';

/** How many rows a reading takes at once: some 2 MB. */
const ROWS = 16;

/** All pages of a recall, and what they must come to. */
export interface AllPages extends PagesPlace {
  readonly totals: IntakeTotals;
}

/**
 * What all pages hold, in order.
 *
 * @throws LedgerError where some are gone: they may be forgotten while they are read.
 */
export async function* readPages(database: Database, place: AllPages): AsyncGenerator<TargetChunk> {
  const { tables, ask } = database;
  const { recallId, signal, totals } = place;
  const whole = totals.read - totals.malformed - totals.duplicate;
  let position = 0;
  let passed = 0;
  let after = [0, -1];
  for (;;) {
    signal?.throwIfAborted();
    const rows = await ask({
      text: `SELECT ${PAGE_COLUMNS} FROM ${tables.pages} AS p
        WHERE recall = $1 AND (p.first, p.number) > ($2, $3) ORDER BY p.first, p.number LIMIT ${ROWS}`,
      values: [recallId, ...after],
      recallId,
      ...(signal && { signal }),
    });
    for (const row of rows) {
      const first = integer(row, 'first');
      if (first !== position) throw await whyGone(database, { recallId, position });
      const chunk = await contentOf(row, place);
      yield chunk;
      position += chunk.targets.count;
      passed += chunk.malformed.length + chunk.duplicate;
      after = [first, integer(row, 'number')];
    }
    if (rows.length < ROWS) break;
  }
  if (position !== whole || passed !== totals.read - whole)
    throw await whyGone(database, { recallId, position });
}

interface Gap {
  readonly recallId: string;
  readonly position: number;
}

/** Why there is nothing where a page must be. */
async function whyGone({ tables, ask }: Database, { recallId, position }: Gap): Promise<LedgerError> {
  const [row] = await ask({
    text: `SELECT forgotten FROM ${tables.standings} WHERE recall = $1`,
    values: [recallId],
    recallId,
  });
  return row?.['forgotten'] === true ? forgottenRecall(recallId) : damagedPage(recallId, position);
}

function bytesIn(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`the driver gives bytes as ${typeof value}: leave its parser for bytea as it is`);
}

const damagedPage = (recallId: string, first: number): LedgerError =>
  new LedgerError(
    `recall ${recallId}: the targets from position ${first} on are not those that were written there. Restore the database from a backup, or begin a new recall with the list of targets.`,
    { problem: 'damaged', recallId },
  );
