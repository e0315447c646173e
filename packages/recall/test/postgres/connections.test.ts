import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AT, accepted, request, verdict } from '../../src/contract/ledger/steps.ts';
import { migratePostgres } from '../../src/postgres/index.ts';
import { reportLines } from '../../src/report/report-lines.ts';
import type { SharedRecallStore } from '../../src/store/recall-store.ts';
import { all, newRecall, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';
import { silentWay } from './support/silent-way.ts';
import { watched } from './support/watched-pool.ts';

const { server, pool, store, newSchema } = postgres();

describe('reports', () => {
  it('leave the pool to the recalls, however many are read at once and however slowly', async () => {
    const schema = newSchema();
    const one = store({ schema, pool: pool({ max: 1 }), leaseMs: 1000, patienceMs: 2000 });
    const owned = await newRecall(one, { list: targets(20_000) });
    await owned.begin({ at: AT, retryUnknown: false });
    await owned.sending(request(1, [[0, 10]]));
    const reports = [1, 2, 3].map(() => linesOfReport(one, owned.recallId));
    await owned.verdict(verdict(1, [accepted([[0, 10]])]));
    expect(await Promise.all(reports)).toEqual([20_000, 20_000, 20_000]);
    expect(owned.lost.aborted).toBe(false);
    await owned.close();
  });

  it('have the evidence from the index in its order, without sorting all of it', async () => {
    const schema = newSchema();
    const seen = watched(pool());
    const one = store({ schema, pool: seen });
    const owned = await newRecall(one);
    await owned.begin({ at: AT, retryUnknown: false });
    await pool().query(
      `INSERT INTO ${schema}.evidence SELECT recall, g, repeat('x', 400) FROM ${schema}.standings, generate_series(3, 50000) AS g`,
    );
    await pool().query(`UPDATE ${schema}.standings SET head_seq = 50000`);
    await pool().query(`ANALYZE ${schema}.evidence`);
    expect(await all((await one.read(owned.recallId)).evidence())).toHaveLength(50_000);
    const reading = seen.asked.find((text) => text.includes('.evidence AS e')) ?? '';
    const plan = await pool().query<Record<string, string>>(`EXPLAIN ${reading}`, [
      owned.recallId,
      5000,
      50_000,
    ]);
    const steps = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(steps).toContain('evidence_pkey');
    expect(steps).not.toContain('Sort');
    await owned.close();
  });
});

describe('a connection that is cut', () => {
  it('while the tables are made ends neither the process nor the making', async () => {
    const schema = newSchema();
    const way = await silentWay(server().url);
    const other = await pool().connect();
    await other.query('BEGIN');
    await other.query('SELECT pg_advisory_xact_lock(8067835161274411)');
    const listing = store({ schema, pool: pool({ connectionString: way.url }) }).list();
    await untilWaiting(1);
    way.cut();
    await other.query('COMMIT');
    other.release();
    expect(await listing).toEqual([]);
  });

  it('is told by migratePostgres, which has no patience', async () => {
    const way = await silentWay(server().url);
    const other = await pool().connect();
    await other.query('BEGIN');
    await other.query('SELECT pg_advisory_xact_lock(8067835161274411)');
    const made = migratePostgres({ pool: pool({ connectionString: way.url }), schema: newSchema() });
    made.catch(() => undefined);
    await untilWaiting(1);
    way.cut();
    await expect(made).rejects.toMatchObject({ problem: 'unreachable' });
    await other.query('COMMIT');
    other.release();
  });
});

describe('a network that swallows packets', () => {
  it('makes a question end little later than the patience', async () => {
    const schema = newSchema();
    const way = await silentWay(server().url);
    const one = store({ schema, pool: pool({ connectionString: way.url }), patienceMs: 500 });
    await one.list();
    way.swallow(true);
    const at = performance.now();
    await expect(one.list()).rejects.toMatchObject({ problem: 'unreachable' });
    expect(performance.now() - at).toBeLessThan(7000);
  });

  it('takes no connection of the pool for good: the next question has another one', async () => {
    const schema = newSchema();
    const way = await silentWay(server().url);
    const narrow = pool({ connectionString: way.url, max: 2 });
    const one = store({ schema, pool: narrow, leaseMs: 3000 });
    const owned = await newRecall(one);
    await owned.begin({ at: AT, retryUnknown: false });
    way.forget();
    await owned.sending(request(1, [[0, 10]]));
    await sleep(1500);
    expect(narrow.waitingCount).toBe(0);
    expect(owned.lost.aborted).toBe(false);
    await owned.close();
  });
});

async function linesOfReport(one: SharedRecallStore, recallId: string): Promise<number> {
  const record = await one.read(recallId);
  let lines = 0;
  const parts = { outcomes: record.outcomes(), source: await record.source(), all: true };
  for await (const { count } of reportLines(parts)) {
    lines += count;
    await sleep(5);
  }
  return lines;
}

/** Until so many wait for the right to make tables. */
async function untilWaiting(count: number): Promise<void> {
  const asking = pool();
  for (;;) {
    const { rows } = await asking.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
    );
    if ((rows[0]?.n ?? 0) >= count) return;
    await sleep(20);
  }
}
