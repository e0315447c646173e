import { beforeEach, describe, expect, it } from 'vitest';
import { world } from '../support/world.ts';
import { linesOf, openShop, type Shop } from './support/shop.ts';
import { verified } from './support/verified.ts';

beforeEach(() => world.reset());

const selector = { notifyId: 7 };

/** What of the tokens the emulator has revoked, and how often. */
const revocations = (shop: Shop) =>
  world.emulator.huawei.revocations({ clientId: shop.clientId, notifyId: 7 });

describe('an alarm', () => {
  it('makes no more requests than it is allowed, and leaves the rest to the next one', async () => {
    world.limits = { requestsPerAlarm: 5 };
    const shop = await openShop('allowance', { phones: 120 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens, batchSize: 10, canary: 0 });
    // By the platform's own alarms, which never overlap
    await expect.poll(async () => (await shop.read(recallId)).state, { timeout: 10_000 }).toBe('finished');
    expect((await shop.read(recallId)).targets.accepted).toBe(120);
    expect(world.sent).toBe(12);
    expect(world.sentBefore.slice(0, 3)).toEqual([0, 5, 10]);
  });

  it('is set again after a death in the midst of the work', async () => {
    const shop = await openShop('dead-man', { phones: 60, quota: 40 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens, batchSize: 5 });
    const alarm = shop.alarm().catch(() => undefined);
    await expect.poll(async () => (await shop.read(recallId)).targets.accepted).toBeGreaterThan(0);
    await shop.evict();
    await alarm;
    expect((await shop.read(recallId)).state).toMatch(/waiting|running/);
    const ended = await shop.end(recallId);
    expect([ended.state, ended.targets.accepted]).toEqual(['finished', 60]);
  });

  it('goes on although the options cannot be used for a while', async () => {
    const begun = await openShop('options-2', { phones: 5, quota: 1 });
    const recall = await begun.start({ selector, targets: begun.tokens, batchSize: 1, canary: 0 });
    const good = world.apps['options-2']!;
    await begun.evict();
    delete world.apps['options-2'];
    expect((await begun.call('/recalls')).status).toBe(500);
    expect(JSON.stringify(world.warnings)).toContain('the options know no app options-2 any more');
    await begun.alarm();
    world.apps['options-2'] = { ...good, quota: 100 };
    expect((await begun.end(recall.recallId)).targets.accepted).toBe(5);
  });
});

describe('evictions at any moment', () => {
  it('lose no target: emulator, report and evidence agree, and one token is signed', async () => {
    const shop = await openShop('evictions', { phones: 400, quota: 200 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens, batchSize: 7 });
    let deaths = 0;
    for (const ms of [30, 120, 260, 75, 410, 15, 190, 333]) {
      const alarm = shop.alarm().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await shop.evict();
      await alarm;
      deaths += 1;
    }
    const ended = await shop.end(recallId);
    expect(deaths).toBe(8);
    expect(ended.state).toBe('finished');
    const { accepted, rejected, unknown, notAttempted } = ended.targets;
    expect(accepted + rejected + unknown + notAttempted).toBe(400);
    expect(accepted).toBeGreaterThan(390);

    const report = await linesOf(await shop.call(`/recalls/${recallId}/report?all=true`));
    expect(report.map(({ target }) => target)).toEqual(shop.tokens);
    for (const { target, outcome } of report) {
      if (outcome === 'accepted') expect(revocations(shop).times(String(target))).toBeGreaterThan(0);
    }
    const evidence = await verified(shop, recallId);
    expect([evidence.problems, evidence.holds, evidence.sealed]).toEqual([[], true, true]);
    expect(world.tokens.size).toBe(1);
  });
});

describe('recalls of one app', () => {
  it('share the pace: a short one is not held up by a long one', async () => {
    const shop = await openShop('fair', { phones: 1000, quota: 200 });
    world.emulator.huawei.deliver({ clientId: shop.clientId, notifyId: 8, title: 'Oops again' });
    const long = await shop.start({ selector, targets: shop.tokens, batchSize: 10 });
    const alarm = shop.alarm();
    await expect.poll(async () => (await shop.read(long.recallId)).targets.accepted).toBeGreaterThan(20);
    const begunAt = Date.now();
    const short = await shop.start({
      selector: { notifyId: 8 },
      targets: shop.tokens.slice(0, 50),
      batchSize: 10,
    });
    const state = async (): Promise<string> => (await shop.read(short.recallId)).state;
    await expect.poll(state, { timeout: 5000, interval: 50 }).toBe('finished');
    // Alone it takes a quarter of a second, and by turns twice that; the long one takes five
    expect(Date.now() - begunAt).toBeLessThan(2000);
    expect((await shop.read(long.recallId)).state).toBe('running');
    await shop.call(`/recalls/${long.recallId}/stop`, { method: 'POST' });
    await alarm;
  });
});

describe('watching', () => {
  it('tells at once, whenever something has changed, and at the end', async () => {
    const shop = await openShop('watched', { phones: 60, quota: 30 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens, batchSize: 5 });
    const events = await shop.call(`/recalls/${recallId}/events`);
    expect(events.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    const [text] = await Promise.all([events.text(), shop.end(recallId)]);
    const told = text
      .trimEnd()
      .split('\n\n')
      .map((event) => event.split('\n'));
    const names = told.map(([name]) => name);
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(names.at(-1)).toBe('event: end');
    expect(new Set(names.slice(0, -1))).toEqual(new Set(['event: recall']));
    const last = JSON.parse(told.at(-1)![1]!.slice('data: '.length)) as { targets: { accepted: number } };
    expect(last.targets.accepted).toBe(60);
  });

  it('ends when the reader goes', async () => {
    const shop = await openShop('leaves', { phones: 30, quota: 10 });
    const { recallId } = await shop.start({ selector, targets: shop.tokens });
    const events = await shop.call(`/recalls/${recallId}/events`);
    const reader = events.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    await reader.cancel();
    await shop.call(`/recalls/${recallId}/stop`, { method: 'POST' });
    expect((await shop.read(recallId)).state).toBe('stopped');
  });
});
