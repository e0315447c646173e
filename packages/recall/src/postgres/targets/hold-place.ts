import { LedgerError } from '../../ledger/ledger-error.ts';
import { newRecallId } from '../../node/ledger/files/recall-id.ts';
import type { Database } from '../connection/database.ts';
import { keepAlive, type Alive } from '../ownership/keep-alive.ts';
import { untilIn } from '../ownership/until.ts';
import type { PageRow } from './pages/page-writer.ts';

/** A place for targets whose recall is not made yet. It is swept away once nobody has said for long that it lives. */
export interface HeldPlace {
  readonly recallId: string;
  readonly alive: Alive;
  write(pages: readonly PageRow[], signal?: AbortSignal): Promise<void>;
  remove(): Promise<void>;
}

/** Long enough for a database that is away; short enough that targets of a process that died are soon gone. */
const HOLD_MS = 300_000;

export async function holdPlace(database: Database): Promise<HeldPlace> {
  const { tables, ask, askOnce } = database;
  const { admissions, recalls, pages } = tables;
  await sweep(database);
  let recallId: string;
  let made;
  do {
    recallId = newRecallId();
    made = await ask({
      text: `INSERT INTO ${admissions} (id, until) SELECT $1, ${untilIn('$2')}
        WHERE NOT EXISTS (SELECT FROM ${recalls} WHERE id = $1) ON CONFLICT DO NOTHING RETURNING id`,
      values: [recallId, HOLD_MS],
    });
  } while (made.length === 0);
  const id = recallId;
  const alive = keepAlive({
    everyMs: HOLD_MS / 5,
    silentMs: HOLD_MS,
    renew: async () =>
      (
        await askOnce({
          text: `UPDATE ${admissions} SET until = ${untilIn('$2')} WHERE id = $1 RETURNING id`,
          values: [id, HOLD_MS],
        })
      ).length > 0,
    reason: () => sweptAway(id),
  });
  return {
    recallId: id,
    alive,
    async write(rows, signal) {
      if (rows.length === 0) return;
      const at = performance.now();
      const [row] = await ask({ ...insertion(rows), recallId: id, ...(signal && { signal }) });
      if (row?.['held'] !== 1) throw sweptAway(id);
      alive.renewed(at);
    },
    async remove() {
      alive.stop();
      await ask({ text: `DELETE FROM ${admissions} WHERE id = $1`, values: [id], recallId: id });
      // A statement of its own, which sees what was still being written when the first one began
      await ask({
        text: `DELETE FROM ${pages} WHERE recall = $1 AND NOT EXISTS (SELECT FROM ${recalls} WHERE id = $1)`,
        values: [id],
        recallId: id,
      });
    },
  };

  /** Parameters rather than one array: bytes go as they are, not as text of twice the length. */
  function insertion(rows: readonly PageRow[]): {
    readonly text: string;
    readonly values: readonly unknown[];
  } {
    const values: unknown[] = [id, HOLD_MS];
    const value = (given: unknown): string => `$${values.push(given)}`;
    const tuples = rows.map(
      ({ first, number, targets, digest, lines = null, passed, kept }) =>
        `(${value(first)}::bigint, ${value(number)}::bigint, ${value(targets)}::int, ${value(digest)}::bytea, ${value(lines)}::bytea, ${value(passed ? JSON.stringify(passed) : null)}::text, ${value(kept?.cursor ?? null)}::text, ${value(kept?.read ?? null)}::int, ${value(kept ? JSON.stringify(kept.dropped) : null)}::text)`,
    );
    return {
      text: `WITH held AS (UPDATE ${admissions} SET until = ${untilIn('$2')} WHERE id = $1 RETURNING id),
        added AS (INSERT INTO ${pages} (recall, first, number, targets, digest, lines, passed, cursor, read, dropped)
          SELECT held.id, v.* FROM held, (VALUES ${tuples.join(', ')}) AS v ON CONFLICT DO NOTHING)
        SELECT count(*)::int AS held FROM held`,
      values,
    };
  }
}

/** Removes the targets of processes that died before they made their recall. */
async function sweep({ tables: { admissions, recalls, pages }, ask }: Database): Promise<void> {
  await ask({ text: `DELETE FROM ${admissions} WHERE until < clock_timestamp()` });
  // From one recall to the next by the index: a recall can have many thousand pages
  await ask({
    text: `WITH RECURSIVE kept AS (
        (SELECT recall FROM ${pages} ORDER BY recall LIMIT 1) UNION ALL
        SELECT (SELECT p.recall FROM ${pages} AS p WHERE p.recall > kept.recall ORDER BY p.recall LIMIT 1)
        FROM kept WHERE kept.recall IS NOT NULL)
      DELETE FROM ${pages} AS p USING kept WHERE p.recall = kept.recall
        AND NOT EXISTS (SELECT FROM ${admissions} WHERE id = kept.recall)
        AND NOT EXISTS (SELECT FROM ${recalls} WHERE id = kept.recall)`,
  });
}

export const sweptAway = (recallId: string): LedgerError =>
  new LedgerError(
    `the targets that were read for recall ${recallId} are gone: for ${HOLD_MS / 60_000} minutes nobody could say that they are needed. Nothing was sent; read them again.`,
    { problem: 'not-found', recallId },
  );
