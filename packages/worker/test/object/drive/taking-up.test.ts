import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { world } from '../../support/world.ts';
import { answerFor } from '../../../src/object/status/recall-answer.ts';
import { madeIn, withRefusing } from '../support/refusing.ts';
import { openShop, type Shop } from '../support/shop.ts';

beforeEach(() => world.reset());

const selector = { notifyId: 7 };

/** A recall that its object has died over. */
async function interrupted(shop: Shop): Promise<string> {
  const { recallId } = await shop.start({ selector, targets: shop.tokens, batchSize: 1, canary: 0 });
  const alarm = shop.alarm().catch(() => undefined);
  await expect.poll(async () => (await shop.read(recallId)).targets.accepted).toBeGreaterThan(2);
  await shop.evict();
  await alarm;
  return recallId;
}

const resume = (shop: Shop, recallId: string): Promise<Response> =>
  shop.call(`/recalls/${recallId}/resume`, { method: 'POST' });

describe('a recall that is taken up again', () => {
  it('is not sent for another app, also where the options name one by now', async () => {
    const shop = await openShop('other-app', { phones: 20, quota: 10 });
    const recallId = await interrupted(shop);
    const before = world.apps['other-app']!;
    const { clientId, serviceAccount } = await world.emulator.huawei.createApp();
    const account = JSON.stringify(serviceAccount);
    world.apps['other-app'] = { vendor: 'huawei', clientId, serviceAccount: account, quota: 100 };
    const { sent } = world;
    const ended = await shop.end(recallId);
    expect(world.sent).toBe(sent);
    expect([ended.state, ended.wanted, ended.targets.rejected]).toEqual(['stopped', 'stop', 0]);
    expect(ended.error?.message).toBe(`recall ${recallId} was begun for another app (${shop.clientId}).`);
    expect(await shop.alarm()).toBe(false);
    expect((await resume(shop, recallId)).status).toBe(404);

    await shop.evict();
    world.apps['other-app'] = { ...before, quota: 100 };
    expect((await resume(shop, recallId)).status).toBe(202);
    const again = await shop.end(recallId);
    expect([again.state, again.error]).toEqual(['finished', undefined]);
  });

  it('is not sent to another endpoint', async () => {
    const shop = await openShop('other-endpoint', { phones: 20, quota: 10 });
    const recallId = await interrupted(shop);
    world.apps['other-endpoint'] = { ...world.apps['other-endpoint']!, endpoint: 'https://127.0.0.1:4443' };
    const { sent } = world;
    const ended = await shop.end(recallId);
    expect(world.sent).toBe(sent);
    expect(ended.state).toBe('stopped');
    expect(ended.error?.message).toContain("the app's endpoint is https://127.0.0.1:4443 by now");
  });

  it('is given up where its list is gone, and says why', async () => {
    const shop = await openShop('no-list', { phones: 20, quota: 10 });
    const recallId = await interrupted(shop);
    await runInDurableObject(env.RECALLS.getByName('no-list'), (_object, { storage }) => {
      storage.sql.exec('DELETE FROM lists');
    });
    const ended = await shop.end(recallId);
    expect([ended.state, ended.wanted]).toEqual(['stopped', 'stop']);
    expect(ended.error?.message).toBe(`there is no list of targets for recall ${recallId}.`);
    expect(await shop.alarm()).toBe(false);
  });

  it('is given up where it cannot even be read', async () => {
    const shop = await openShop('damaged', { phones: 20, quota: 10 });
    const recallId = await interrupted(shop);
    await runInDurableObject(env.RECALLS.getByName('damaged'), (_object, { storage }) => {
      storage.sql.exec(`UPDATE recalls SET facts = '{', settings = '{'`);
    });
    await shop.alarm();
    expect(await shop.alarm()).toBe(false);
    expect(world.warnings).toEqual([
      expect.stringContaining(
        `Recall ${recallId} cannot go on: The database of this app holds something that this version has not written. Restore it to an earlier point in time.`,
      ),
    ]);
  });
});

describe('many recalls', () => {
  it('are worked on eight at a time, the oldest first, and the others when one of these has ended', async () => {
    const shop = await openShop('crowd', { phones: 4, quota: 20 });
    await withRefusing(shop, async (refusing) => {
      const { parts } = refusing;
      const ids: string[] = [];
      for (let notifyId = 1; notifyId <= 10; notifyId += 1) {
        world.emulator.huawei.deliver({ clientId: shop.clientId, notifyId, title: 'Oops' });
        ids.push(await madeIn(refusing, shop.tokens, notifyId));
      }
      const answers = () => Promise.all(ids.map((id) => answerFor(id, parts)));
      const alarm = parts.drive.alarm();
      await expect.poll(async () => (await answers())[0]?.state).toBe('running');
      expect((await answers()).map(({ state }) => state)).toEqual([
        ...Array<string>(8).fill('running'),
        ...['waiting', 'waiting'],
      ]);
      await alarm;
      expect((await answers()).map(({ targets }) => targets.accepted)).toEqual(Array(10).fill(4));
    });
  });
});
