import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { world } from '../support/world.ts';
import { openShop } from './support/shop.ts';
import { verified } from './support/verified.ts';

beforeEach(() => world.reset());

// In real time: what an object waits for must not be fired by anybody else
it('returns after twenty seconds in the midst of the work, which goes on by the next one', async () => {
  // Ten targets a second, so that 250 of them take 25 seconds
  const shop = await openShop('alarm-time', { phones: 250, quota: 10 });
  const { recallId } = await shop.start({
    ...{ selector: { notifyId: 7 }, targets: shop.tokens, canary: 0, batchSize: 5 },
  });
  const begunAt = Date.now();
  expect(await shop.alarm()).toBe(true);
  const seconds = (Date.now() - begunAt) / 1000;
  expect(seconds).toBeGreaterThan(19.5);
  expect(seconds).toBeLessThan(24);
  expect((await shop.read(recallId)).state).toBe('running');
  const stub = env.RECALLS.getByName('alarm-time');
  const next = await runInDurableObject(stub, (_object, { storage }) => storage.getAlarm());
  // At once: the platform may fire it already
  expect(next ?? 0).toBeLessThanOrEqual(Date.now());

  expect(await shop.end(recallId)).toMatchObject({ state: 'finished', targets: { accepted: 250 } });
  // One session all along: nothing was given up, and nothing sent again
  expect(world.sent).toBe(50);
  expect(world.sentBefore.length).toBeGreaterThanOrEqual(2);
  expect(await verified(shop, recallId)).toMatchObject({ problems: [], holds: true, sealed: true });
}, 120_000);
