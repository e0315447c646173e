import { simulatedVendor } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock/system-clock.ts';
import { AT, accepted, request, verdict } from '../../src/contract/ledger/steps.ts';
import { startRecall } from '../../src/engine/start-recall.ts';
import { migratePostgres } from '../../src/postgres/index.ts';
import type { OwnedRecall } from '../../src/store/recall-store.ts';
import type { RecallSummary } from '../../src/summary/summary.ts';
import { all, newRecall, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';
import { watched } from './support/watched-pool.ts';

const { pool, store, newSchema } = postgres();

describe('what the database is asked', () => {
  it('is one statement a step', async () => {
    const seen = watched(pool());
    const owned = await newRecall(store({ schema: newSchema(), pool: seen }));
    await owned.begin({ at: AT, retryUnknown: false });
    const before = seen.asked.length;
    await owned.sending(request(1, [[0, 10]]));
    await owned.verdict(verdict(1, [accepted([[0, 10]])]));
    expect(seen.asked.length - before).toBe(2);
    await owned.close();
  });

  it('needs no connection of its own but for long readings, so a pooler may stand between', async () => {
    const schema = newSchema();
    await migratePostgres({ pool: pool(), schema });
    const seen = watched(pool());
    const one = store({ schema, pool: seen });
    const owned = await newRecall(one);
    expect((await run(owned)).state).toBe('finished');
    await owned.close();
    const lease = await one.lease('app');
    await lease?.release();
    await one.want(owned.recallId, 'stop');
    await one.list();
    await one.targetsAt(owned.recallId, [[0, 3]]);
    const record = await one.read(owned.recallId);
    await record.summary();
    await all((await record.source()).read());
    expect(seen.transactions()).toBe(0);
    await all(record.outcomes());
    await all(record.evidence());
    expect(seen.transactions()).toBe(1);
    await one.forget(owned.recallId);
  });

  it('is not asked again for targets that lie side by side', async () => {
    const schema = newSchema();
    const owned = await newRecall(store({ schema }), { list: targets(5000) });
    const seen = watched(pool());
    const worker = store({ schema, pool: seen });
    const asked = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        worker.targetsAt(owned.recallId, [[10 * index, 10 * index + 1]]),
      ),
    );
    expect(asked.slice(0, 3)).toEqual([['target-000000'], ['target-000010'], ['target-000020']]);
    expect(seen.asked.filter((text) => text.includes('lines'))).toHaveLength(1);
    await owned.close();
  });

  it('is asked for no more than the memory for it holds', async () => {
    const schema = newSchema();
    const owned = await newRecall(store({ schema }), { list: targets(5000) });
    const seen = watched(pool());
    const worker = store({ schema, pool: seen, cacheBytes: 100_000 });
    // Each page takes some 40 KB: two stay
    for (const page of [0, 1, 0, 1, 2, 1, 0])
      await worker.targetsAt(owned.recallId, [[1000 * page, 1000 * page + 1]]);
    expect(seen.asked.filter((text) => text.includes('lines'))).toHaveLength(4);
    await owned.close();
  });
});

describe('a long reading', () => {
  it('shows one moment, and gives its connection back however it ends', async () => {
    const schema = newSchema();
    const narrow = pool({ max: 1 });
    const owned = await newRecall(store({ schema }), { list: targets(20_000) });
    await owned.begin({ at: AT, retryUnknown: false });
    for (let batch = 1; batch <= 20; batch += 1) {
      await owned.sending(request(batch, [[10 * batch - 10, 10 * batch]]));
      await owned.verdict(verdict(batch, [accepted([[10 * batch - 10, 10 * batch]])]));
    }
    const record = await store({ schema, pool: narrow }).read(owned.recallId);
    const reading = record.outcomes()[Symbol.asyncIterator]();
    await reading.next();
    await owned.sending(request(21, [[200, 210]]));
    const rest: unknown[] = [];
    for (let next = await reading.next(); next.done !== true; next = await reading.next())
      rest.push(next.value);
    expect(rest.at(-1)).toEqual({ span: [200, 20_000], outcome: 'not-attempted' });

    for await (const line of record.evidence()) {
      expect(line).toContain('"type":"header"');
      break;
    }
    // The pool has one connection: it would never answer
    expect((await record.summary()).targets).toMatchObject({ accepted: 200, unknown: 10 });
    await owned.close();
  });
});

describe('a recall of 100,000 targets', () => {
  it('comes to the end of every one of them, in the record and in the evidence', async () => {
    const list = targets(100_000);
    const one = store({ schema: newSchema() });
    const owned = await newRecall(one, { list });
    const bad = new Map(['target-012345', 'target-099999'].map((target) => [target, 'illegal' as const]));
    const summary = await run(owned, bad);
    expect(summary).toMatchObject({
      state: 'finished',
      targets: { read: 100_000, accepted: 99_998, rejected: 2 },
    });
    await owned.close();
    const record = await one.read(owned.recallId);
    const rejected = (await all(record.outcomes())).filter(({ outcome }) => outcome === 'rejected');
    expect(rejected.map(({ span }) => span)).toEqual([
      [12_345, 12_346],
      [99_999, 100_000],
    ]);
    expect(JSON.parse((await all(record.evidence())).at(-1)!)).toMatchObject({ type: 'seal' });
  });
});

function run(owned: OwnedRecall, bad?: Parameters<typeof simulatedVendor>[0]['bad']): Promise<RecallSummary> {
  return startRecall({
    recallId: owned.recallId,
    selector: 'n-1',
    revoker: simulatedVendor({ clock: systemClock, ...(bad && { bad }) }),
    source: owned.source,
    ledger: owned,
  }).done;
}
