import { setTimeout as sleep } from 'node:timers/promises';
import { simulatedVendor } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock/system-clock.ts';
import { AT, accepted, endOf, request, verdict } from '../../src/contract/ledger/steps.ts';
import { startRecall } from '../../src/engine/start-recall.ts';
import { all, newRecall, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';
import { watched } from './support/watched-pool.ts';

const { server, pool, store, newSchema } = postgres();

describe('a recall whose database goes away', () => {
  it('goes on when it is back, and sends nothing twice', async () => {
    const owned = await newRecall(store({ schema: newSchema() }), { list: targets(20_000) });
    const vendor = simulatedVendor({ clock: systemClock, batchSize: 100, latencyMs: 20 });
    const recall = startRecall({
      recallId: owned.recallId,
      selector: 'n-1',
      revoker: vendor,
      source: owned.source,
      ledger: owned,
      concurrency: 4,
    });
    while (recall.snapshot().targets.accepted < 5000) await sleep(10);
    await server().kill();
    await sleep(2000);
    const before = vendor.requests.length;
    await sleep(500);
    // What cannot be written down ahead is not sent
    expect(vendor.requests.length).toBe(before);
    await server().start();

    const { state, targets: counts } = await recall.done;
    expect([state, counts.accepted]).toEqual(['finished', 20_000]);
    expect(vendor.requests.reduce((sum, sent) => sum + sent.targets.length, 0)).toBe(20_000);
    expect(owned.lost.aborted).toBe(false);
    await owned.close();
  });

  it('keeps what was written when the server is killed in the middle of it', async () => {
    const schema = newSchema();
    const owned = await newRecall(store({ schema }));
    await owned.begin({ at: AT, retryUnknown: false });
    await owned.sending(request(1, [[0, 10]]));
    await owned.verdict(verdict(1, [accepted([[0, 10]])]));
    await server().crash();
    await owned.sending(request(2, [[10, 20]]));
    expect(await all((await store({ schema }).read(owned.recallId)).outcomes())).toMatchObject([
      { span: [0, 10], outcome: 'accepted' },
      { span: [10, 20], outcome: 'unknown' },
      { span: [20, 100], outcome: 'not-attempted' },
    ]);
    await owned.close();
  });

  it('is an error that says what to do where it stays away for longer than the patience', async () => {
    const shared = pool();
    const schema = newSchema();
    const owned = await newRecall(store({ schema, pool: shared, patienceMs: 400, leaseMs: 300 }));
    await owned.begin({ at: AT, retryUnknown: false });
    await server().kill();
    const at = performance.now();
    await expect(owned.sending(request(1, [[0, 10]]))).rejects.toMatchObject({
      name: 'LedgerError',
      problem: 'unreachable',
      message: expect.stringContaining('check that it runs') as string,
    });
    expect(performance.now() - at).toBeLessThan(2000);
    await sleep(600);
    // Nobody knows of another process
    expect(owned.lost.reason).toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('PostgreSQL did not answer for 400 ms') as string,
    });
    await server().start();
  });
});

describe('a step whose answer is lost', () => {
  it('is written once, and the recall goes on', async () => {
    const schema = newSchema();
    const lossy = watched(pool());
    const owned = await newRecall(store({ schema, pool: lossy }));
    await owned.begin({ at: AT, retryUnknown: false });
    for (const batch of [1, 2, 3]) {
      const spans = [[10 * batch - 10, 10 * batch]] as const;
      lossy.loseAnswerTo('fence AS');
      await owned.sending(request(batch, spans));
      lossy.loseAnswerTo('fence AS');
      await owned.verdict(verdict(batch, [accepted(spans)]));
    }
    lossy.loseAnswerTo('fence AS');
    await owned.end(endOf('stopped'));
    const record = await store({ schema }).read(owned.recallId);
    expect(await record.summary()).toMatchObject({
      state: 'stopped',
      targets: { accepted: 30, unknown: 0, notAttempted: 70 },
      requests: { sent: 3, retried: 0 },
    });
    // The header, the session, three verdicts and the end
    expect(await all(record.evidence())).toHaveLength(6);
    await owned.close();
  });

  it('lets nothing more be written where nobody can tell whether it was, and the next owner knows', async () => {
    const schema = newSchema();
    const lossy = watched(pool());
    const owned = await newRecall(store({ schema, pool: lossy, patienceMs: 0 }));
    await owned.begin({ at: AT, retryUnknown: false });
    lossy.loseAnswerTo('fence AS');
    await expect(owned.sending(request(1, [[0, 10]]))).rejects.toMatchObject({ problem: 'unreachable' });
    await expect(owned.end(endOf('stopped'))).rejects.toMatchObject({
      message: expect.stringContaining('Resume it') as string,
    });
    await owned.close();
    const next = await store({ schema }).open(owned.recallId);
    expect((await next.begin({ at: AT, retryUnknown: false })).open).toEqual([
      { batch: 1, spans: [[0, 10]], mayHaveBeenReceived: true },
    ]);
    await next.close();
  });

  it('makes one recall only, and takes it once', async () => {
    const schema = newSchema();
    const lossy = watched(pool());
    const one = store({ schema, pool: lossy });
    lossy.loseAnswerTo('INSERT INTO');
    const owned = await newRecall(one);
    lossy.loseAnswerTo('made AS');
    const other = await newRecall(one, { notifyId: 7 });
    expect(await one.list()).toHaveLength(2);
    await owned.close();
    lossy.loseAnswerTo('SET owner = $2');
    const again = await one.open(owned.recallId);
    await again.begin({ at: AT, retryUnknown: false });
    await again.close();
    await other.close();
  });

  it('stops where the database has gone back behind it, as after a failover to a server that lagged', async () => {
    const schema = newSchema();
    const shared = pool();
    const owned = await newRecall(store({ schema, pool: shared }));
    await owned.begin({ at: AT, retryUnknown: false });
    await owned.sending(request(1, [[0, 10]]));
    await shared.query(`UPDATE ${schema}.standings SET step = step - 1; DELETE FROM ${schema}.open_batches`);
    await expect(owned.verdict(verdict(1, [accepted([[0, 10]])]))).rejects.toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('went back to an earlier state') as string,
    });
    await owned.close();
  });
});
