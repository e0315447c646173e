import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AT, accepted, request, verdict } from '../../src/contract/ledger/steps.ts';
import { childrenOf } from '../support/child.ts';
import { all, newRecall } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const startChild = childrenOf(join(import.meta.dirname, 'children'));
const { server, pool, store, newSchema } = postgres();

describe('who owns a recall', () => {
  it('stays its owner for as long as its process lives, though nothing is written', async () => {
    const schema = newSchema();
    const [one, other] = [store({ schema, leaseMs: 300 }), store({ schema, leaseMs: 300 })];
    const owned = await newRecall(one);
    await sleep(1000);
    await expect(other.open(owned.recallId)).rejects.toMatchObject({ problem: 'under-way' });
    expect(owned.lost.aborted).toBe(false);
  });

  it('is another process some seconds after the first was killed, which knows what had been sent', async () => {
    const schema = newSchema();
    const other = store({ schema, leaseMs: 1000 });
    const child = startChild('write-on.ts', server().url, schema, '1000');
    const recallId = await child.line();
    while ((await child.line()) !== 'sent 3');
    await child.kill();
    const killedAt = performance.now();

    await expect(other.open(recallId)).rejects.toMatchObject({ problem: 'under-way', recallId });
    const owned = await untilTaken(() => other.open(recallId));
    expect(performance.now() - killedAt).toBeGreaterThan(500);
    expect(performance.now() - killedAt).toBeLessThan(3000);
    const { open, settled } = await owned.begin({ at: AT, retryUnknown: false });
    // It was killed while it went on: batch after batch of ten, the last one perhaps without its verdict
    expect(settled.accepted).toBeGreaterThanOrEqual(20);
    expect(settled.accepted % 10).toBe(0);
    expect(open.map(({ spans, mayHaveBeenReceived }) => [spans, mayHaveBeenReceived])).toEqual(
      open.length === 0 ? [] : [[[[settled.accepted, settled.accepted + 10]], true]],
    );
  });

  it('can write nothing once another has taken the recall, not even what was under way', async () => {
    const schema = newSchema();
    const shared = pool();
    const [one, other] = [store({ schema, pool: shared }), store({ schema })];
    const owned = await newRecall(one);
    await owned.begin({ at: AT, retryUnknown: false });
    await owned.sending(request(1, [[0, 10]]));
    await shared.query(`UPDATE ${schema}.standings SET owner_until = now() - interval '1 second'`);
    const next = await other.open(owned.recallId);
    await next.begin({ at: AT, retryUnknown: false });

    await expect(owned.verdict(verdict(1, [accepted([[0, 10]])]))).rejects.toMatchObject({
      problem: 'under-way',
      recallId: owned.recallId,
    });
    expect(owned.lost.aborted).toBe(true);
    await expect(owned.saveSettings({ app: 'other' })).rejects.toMatchObject({ problem: 'under-way' });
    expect(await all((await other.read(owned.recallId)).outcomes())).toEqual([
      { span: [0, 10], outcome: 'unknown' },
      { span: [10, 100], outcome: 'not-attempted' },
    ]);
    expect(await all((await other.read(owned.recallId)).evidence())).toHaveLength(3);
  });

  it('hears by itself that another has taken it, by the next sign of life', async () => {
    const schema = newSchema();
    const shared = pool();
    const one = store({ schema, pool: shared, leaseMs: 300 });
    const owned = await newRecall(one);
    await shared.query(`UPDATE ${schema}.standings SET owner = 'another'`);
    await untilAborted(owned.lost);
    expect(owned.lost.reason).toMatchObject({ problem: 'under-way', recallId: owned.recallId });
    // Letting go of what another has does not take it away
    await owned.close();
    expect((await shared.query(`SELECT owner FROM ${schema}.standings`)).rows).toEqual([
      { owner: 'another' },
    ]);
  });

  it('is told by the clock of the database: that of a machine does not matter', async () => {
    const schema = newSchema();
    const shared = pool();
    const owned = await newRecall(store({ schema, pool: shared }));
    const { rows } = await shared.query<{ left: number }>(
      `SELECT extract(epoch FROM owner_until - clock_timestamp())::float8 AS left FROM ${schema}.standings`,
    );
    expect(rows[0]!.left).toBeGreaterThan(9);
    expect(rows[0]!.left).toBeLessThanOrEqual(10);
    await owned.close();
  });
});

describe('what hangs on who owns a recall', () => {
  it('looks at it anew after waiting: settings of an owner that was replaced meanwhile are not saved', async () => {
    const schema = newSchema();
    const owned = await newRecall(store({ schema }));
    const other = await pool().connect();
    await other.query(
      `BEGIN; UPDATE ${schema}.standings SET owner = 'another', owner_until = now() + interval '1 hour';
       UPDATE ${schema}.recalls SET settings = '{ "app": "new" }'`,
    );
    const saving = owned.saveSettings({ app: 'old' });
    saving.catch(() => undefined);
    await sleep(300);
    await other.query('COMMIT');
    other.release();
    await expect(saving).rejects.toMatchObject({ problem: 'under-way' });
    expect((await store({ schema }).read(owned.recallId)).settings).toEqual({ app: 'new' });
  });

  it('looks at it anew after waiting: a recall that is being forgotten is not wanted again', async () => {
    const schema = newSchema();
    const one = store({ schema });
    const owned = await newRecall(one);
    await owned.close();
    const other = await pool().connect();
    await other.query(
      `BEGIN; UPDATE ${schema}.standings SET forgotten = true; UPDATE ${schema}.recalls SET wanted = 'stop'`,
    );
    const wanting = one.want(owned.recallId, 'run');
    wanting.catch(() => undefined);
    await sleep(300);
    await other.query('COMMIT');
    other.release();
    await expect(wanting).rejects.toMatchObject({ problem: 'forgotten' });
    expect(await one.list({ wanted: 'run' })).toEqual([]);
  });
});

describe('a lease', () => {
  it('that was waited for while PostgreSQL was away lives from when it was taken', async () => {
    const one = store({ schema: newSchema(), leaseMs: 1000, patienceMs: 20_000 });
    await one.list();
    await server().kill();
    const taking = one.lease('app');
    await sleep(1500);
    await server().start();
    const lease = await taking;
    await sleep(100);
    expect(lease?.lost.aborted).toBe(false);
    await lease?.release();
  });

  it('passes to another process when the one that had it has died', async () => {
    const schema = newSchema();
    const child = startChild('hold-lease.ts', server().url, schema, '600');
    expect(await child.line()).toBe('held');
    const other = store({ schema, leaseMs: 600 });
    await sleep(1000);
    expect(await other.lease('app')).toBeUndefined();
    await child.kill();
    const lease = await untilTaken(async () => {
      const taken = await other.lease('app');
      if (taken === undefined) throw new Error('another has it');
      return taken;
    });
    expect(lease.lost.aborted).toBe(false);
  });
});

async function untilTaken<T>(take: () => Promise<T>): Promise<T> {
  for (;;) {
    const taken = await take().catch(() => undefined);
    if (taken !== undefined) return taken;
    await sleep(50);
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
