import { beforeEach, expect, it } from 'vitest';
import { world } from '../../support/world.ts';
import { inStore } from '../support/in-store.ts';
import { linesOf, openShop, type Shop } from '../support/shop.ts';
import { verified } from '../support/verified.ts';

beforeEach(() => world.reset());

const records = async (shop: Shop, recallId: string) =>
  linesOf(await shop.call(`/recalls/${recallId}/evidence`));

/** A recall that has begun, and waits for a key that can be used. */
async function waiting(shop: Shop, selector: { readonly notifyId: number }) {
  const store = inStore(shop);
  const good = store.secret;
  const { recallId } = await shop.start({ selector, targets: shop.tokens, batchSize: 5 });
  const alarm = shop.alarm().catch(() => undefined);
  await expect.poll(async () => (await shop.read(recallId)).targets.accepted).toBeGreaterThan(0);
  await shop.evict();
  await alarm;
  store.secret = '{}';
  const error = async () => (await shop.read(recallId)).error?.message;
  await expect.poll(error, { timeout: 5000 }).toContain('service account');
  expect((await shop.read(recallId)).state).toBe('waiting');
  return { recallId, mend: () => (store.secret = good) };
}

it('a recall that waits is stopped by a session that sends nothing, and its evidence says who asked', async () => {
  const shop = await openShop('stop-waiting', { phones: 60, quota: 40 });
  const { recallId, mend } = await waiting(shop, { notifyId: 7 });
  const { sent } = world;
  const before = await records(shop, recallId);

  const stop = () =>
    shop.call(`/recalls/${recallId}/stop`, {
      method: 'POST',
      body: '{"reason":"the wrong one"}',
      by: 'night-shift',
    });
  const askedBy = { by: 'night-shift', reason: 'the wrong one' };
  expect(await (await stop()).json()).toMatchObject({
    state: 'stopped',
    wanted: 'stop',
    stoppedBy: { cause: 'interrupt', askedBy },
  });
  const after = await records(shop, recallId);
  expect(after.slice(before.length)).toMatchObject([
    { type: 'session' },
    { type: 'end', state: 'stopped', stoppedBy: { cause: 'interrupt', askedBy } },
  ]);
  // Asked again, it is stopped as it was
  expect((await stop()).status).toBe(202);
  expect(await records(shop, recallId)).toEqual(after);
  expect(world.sent).toBe(sent);

  mend();
  await shop.call(`/recalls/${recallId}/resume`, { method: 'POST' });
  expect((await shop.end(recallId)).state).toBe('finished');
  const { problems, sealed } = await verified(shop, recallId);
  expect([problems, sealed]).toEqual([[], true]);
});

it('stops that come at the same time are one', async () => {
  const shop = await openShop('stops-at-once', { phones: 60, quota: 40 });
  const { recallId } = await waiting(shop, { notifyId: 7 });
  const path = `/recalls/${recallId}/stop`;
  const answers = await Promise.all([1, 2, 3].map(() => shop.call(path, { method: 'POST' })));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
  const types = (await records(shop, recallId)).map(({ type }) => type);
  expect(types.slice(types.lastIndexOf('verdict') + 1)).toEqual(['session', 'end']);
  expect(world.warnings.filter((warning) => warning.includes('not in its evidence'))).toEqual([]);
});

it('stops that come while a secret is read stand in the record in the order in which they were asked for', async () => {
  const shop = await openShop('stops-in-order', { phones: 60 });
  const held = Promise.withResolvers<undefined>();
  const store = inStore(shop);
  const { recallId } = await shop.start({ selector: { notifyId: 7 }, targets: shop.tokens });
  store.held = held.promise;
  const alarm = shop.alarm();
  const stop = (reason: string) =>
    shop.call(`/recalls/${recallId}/stop`, { method: 'POST', body: JSON.stringify({ reason }) });
  const first = stop('first');
  await expect.poll(async () => (await shop.read(recallId)).wanted).toBe('stop');
  await Promise.all([stop('second'), stop('third')]);
  held.resolve(undefined);
  await first;
  await alarm;

  const stops = (await shop.read(recallId)).audit.filter(({ action }) => action === 'stop');
  expect(stops.map(({ reason }) => reason)).toEqual(['first', 'second', 'third']);
  const times = stops.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
});
