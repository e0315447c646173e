import { beforeEach, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';

beforeEach(() => world.reset());

const TEXT = { 'Content-Type': 'text/plain' };

/** Half a list, of which more is to follow. */
async function upload(shop: Shop, tokens: readonly string[]): Promise<RecallAnswer> {
  const answer = await shop.call('/recalls?notifyId=7&batchSize=1&canary=0', {
    method: 'POST',
    headers: { ...TEXT, 'Upload-Complete': '?0' },
    body: tokens.map((token) => `${token}\n`).join(''),
  });
  return answer.json();
}

const complete = (shop: Shop, { recallId, upload: standing }: RecallAnswer): Promise<Response> =>
  shop.call(`/recalls/${recallId}/targets`, {
    method: 'PATCH',
    headers: { ...TEXT, 'Upload-Offset': String(standing?.offset), 'Upload-Complete': '?1' },
  });

const resume = (shop: Shop, recallId: string, body: object): Promise<Response> =>
  shop.call(`/recalls/${recallId}/resume`, { method: 'POST', body: JSON.stringify(body) });

/** A recall that goes on for long, and another upload of the same notification, complete. */
async function inTheWay(name: string): Promise<{ shop: Shop; first: string; second: string }> {
  const shop = await openShop(name, { phones: 20, quota: 1 });
  const one = await upload(shop, shop.tokens.slice(0, 10));
  const other = await upload(shop, shop.tokens.slice(10));
  expect((await complete(shop, one)).status).toBe(202);
  const refused = await complete(shop, other);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'LEDGER', recallId: one.recallId });
  return { shop, first: one.recallId, second: other.recallId };
}

describe('an upload that another recall of the notification was faster than', () => {
  it('stays, complete, and says what is in its way, also after an eviction', async () => {
    const { shop, first, second } = await inTheWay('second');
    await shop.evict();
    const answer = await shop.read(second);
    expect([answer.state, answer.upload?.complete, answer.targets.read]).toEqual(['uploading', true, 10]);
    expect(answer.error?.message).toContain(
      `recall ${first} of the same notification (app ${shop.clientId}, notifyId 7, pushType notification)`,
    );
    expect(answer.error?.message).toContain('again: true');
  });

  it('goes on beside the other where it is resumed with again', async () => {
    const { shop, first, second } = await inTheWay('again');
    const still = await resume(shop, second, {});
    expect([still.status, (await shop.read(second)).state]).toEqual([409, 'uploading']);
    expect((await resume(shop, second, { again: true, reason: 'other half' })).status).toBe(202);
    const begun = await shop.read(second);
    expect(begun.state).toMatch(/waiting|running/);
    expect(begun.error).toBeUndefined();
    expect(begun.audit.map(({ action, reason }) => [action, reason])).toEqual([
      ['start', undefined],
      ['continue-upload', undefined],
      ['resume', undefined],
      ['resume', 'other half'],
    ]);
    for (const id of [first, second]) await shop.call(`/recalls/${id}/stop`, { method: 'POST' });
  });

  it('goes on once the other has ended, or is dropped', async () => {
    const { shop, first, second } = await inTheWay('later');
    await shop.evict();
    world.apps['later'] = { ...world.apps['later']!, quota: 100 };
    expect((await shop.end(first)).state).toBe('finished');
    expect((await shop.read(second)).state).toBe('uploading');
    expect((await resume(shop, second, {})).status).toBe(202);
    expect((await shop.end(second)).targets.accepted).toBe(10);

    const third = await inTheWay('dropped');
    expect((await third.shop.call(`/recalls/${third.second}`, { method: 'DELETE' })).status).toBe(204);
    expect((await third.shop.call(`/recalls/${third.second}`)).status).toBe(404);
    await third.shop.call(`/recalls/${third.first}/stop`, { method: 'POST' });
  });
});
