import { beforeEach, expect, it } from 'vitest';
import { world } from '../support/world.ts';
import { inStore } from './support/in-store.ts';
import { openShop } from './support/shop.ts';

beforeEach(() => world.reset());

const selector = { notifyId: 7 };

it('that cannot be used keeps nobody from the records, and nothing from going on once it can', async () => {
  const shop = await openShop('broken-key', { phones: 3, quota: 2 });
  const store = inStore(shop);
  const finished = await shop.start({ selector, targets: shop.tokens });
  await shop.end(finished.recallId);
  const slow = { batchSize: 1, canary: 0 };
  const waiting = await shop.start({ selector: { notifyId: 8 }, targets: shop.tokens, ...slow });
  await shop.evict();
  const good = store.secret;
  store.secret = '{}';
  for (const path of ['', '/report', '/evidence', '/evidence-key', '/events']) {
    expect((await shop.call(`/recalls/${finished.recallId}${path}`)).status).toBe(200);
  }
  const refused = await shop.call('/recalls', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ selector: { notifyId: 9 }, targets: shop.tokens }),
  });
  expect([refused.status, await refused.json()]).toMatchObject([500, { code: 'INVALID_CREDENTIAL' }]);
  const error = async () => (await shop.read(waiting.recallId)).error?.message;
  await expect.poll(error, { timeout: 5000 }).toContain('service account');
  expect((await shop.read(waiting.recallId)).state).toBe('waiting');

  store.secret = good;
  // It would go on by itself some seconds later; whoever mended the key need not wait
  await shop.call(`/recalls/${waiting.recallId}/resume`, { method: 'POST' });
  const ended = await shop.end(waiting.recallId);
  expect([ended.state, ended.error]).toEqual(['finished', undefined]);
});

it('that the vendor refuses and somebody replaces is read again by whoever resumes', async () => {
  const shop = await openShop('rotated-key', { phones: 5 });
  const store = inStore(shop);
  const good = store.secret;
  store.secret = JSON.stringify((await world.emulator.huawei.createApp()).serviceAccount);
  const { recallId } = await shop.start({ selector, targets: shop.tokens });
  const stopped = await shop.end(recallId);
  expect([stopped.state, stopped.targets.accepted]).toEqual(['stopped', 0]);
  const { sent } = world;
  expect(sent).toBeGreaterThan(0);
  store.secret = good;
  await shop.call(`/recalls/${recallId}/resume`, { method: 'POST' });
  expect((await shop.end(recallId)).targets.accepted).toBe(5);
});
