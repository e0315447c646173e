import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';

beforeEach(() => world.reset());
afterEach(() => vi.useRealTimers());

const MINUTE_MS = 60_000;

/** So much later: for the object, and for the vendor who looks at its token. */
const afterMinutes = (minutes: number): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTE_MS });
};

/** Another recall of the same phones, to its end. */
async function recall(shop: Shop): Promise<RecallAnswer> {
  const { recallId } = await shop.start({ selector: { notifyId: 7 }, targets: shop.tokens, again: true });
  return shop.end(recallId);
}

const keptTokens = (shop: Shop): Promise<readonly { readonly jwt: string }[]> =>
  runInDurableObject(env.RECALLS.getByName(shop.name), (_object, { storage }) => [
    ...new Map(storage.kv.list<{ jwt: string }>({ prefix: 'token:' })).values(),
  ]);

describe('the token of an app', () => {
  it('lives on in the storage when its object is evicted, and is not signed again', async () => {
    const shop = await openShop('token-kept');
    await recall(shop);
    await shop.evict();
    afterMinutes(54);
    expect((await recall(shop)).targets.accepted).toBe(3);
    expect([...world.tokens]).toEqual((await keptTokens(shop)).map(({ jwt }) => `Bearer ${jwt}`));
  });

  it('is signed anew five minutes before its end, in the same life', async () => {
    const shop = await openShop('token-grown-old');
    await recall(shop);
    afterMinutes(56);
    expect((await recall(shop)).targets.accepted).toBe(3);
    expect(world.tokens.size).toBe(2);
  });

  it('is signed anew by a later life, and the old one is kept no longer', async () => {
    const shop = await openShop('token-of-before');
    await recall(shop);
    await shop.evict();
    afterMinutes(61);
    expect((await recall(shop)).targets.accepted).toBe(3);
    await shop.evict();
    expect((await recall(shop)).targets.accepted).toBe(3);
    expect(world.tokens.size).toBe(2);
    expect((await keptTokens(shop)).map(({ jwt }) => `Bearer ${jwt}`)).toEqual([...world.tokens].slice(1));
  });
});

describe('a token that the vendor refuses', () => {
  it.each(['80200001', '80200003'])('by %s is renewed once, for later lives too', async (code) => {
    const shop = await openShop(`token-refused-${code}`);
    await recall(shop);
    const sent = world.sent;
    world.emulator.faults.set([{ times: 1, action: { type: 'code', code } }]);
    expect(await recall(shop)).toMatchObject({ state: 'finished', targets: { accepted: 3 } });
    expect(world.sent - sent).toBe(2);
    await shop.evict();
    expect((await recall(shop)).targets.accepted).toBe(3);
    expect(world.tokens.size).toBe(2);
  });

  it('and whose successor it refuses too ends the recall, which goes on when it is resumed', async () => {
    const shop = await openShop('token-hopeless');
    world.emulator.faults.set([{ action: { type: 'code', code: '80200001' } }]);
    const stopped = await recall(shop);
    expect(stopped).toMatchObject({
      state: 'stopped',
      wanted: 'stop',
      stoppedBy: { code: '80200001' },
      targets: { accepted: 0, notAttempted: 3 },
    });
    expect([world.sent, world.tokens.size]).toEqual([2, 2]);
    expect(await shop.alarm()).toBe(false);
    world.emulator.faults.set([]);
    await shop.call(`/recalls/${stopped.recallId}/resume`, { method: 'POST' });
    expect(await shop.end(stopped.recallId)).toMatchObject({ state: 'finished', targets: { accepted: 3 } });
  });
});
