import { beforeEach, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';

beforeEach(() => world.reset());

interface Page {
  readonly ids: readonly string[];
  readonly next?: string;
}

async function pageOf(shop: Shop, query: string): Promise<Page> {
  const answer = await shop.call(`/recalls?${query}`);
  const { recalls, next } = await answer.json<{ recalls: RecallAnswer[]; next?: string }>();
  return { ids: recalls.map(({ recallId }) => recallId), ...(next !== undefined && { next }) };
}

/** The ids of all pages, and something that happens between each and the next. */
async function allPages(shop: Shop, between: (pages: number) => Promise<void>): Promise<readonly string[]> {
  const ids: string[] = [];
  let query = 'limit=2';
  for (let pages = 1; ; pages += 1) {
    const page = await pageOf(shop, query);
    ids.push(...page.ids);
    if (page.next === undefined) return ids;
    await between(pages);
    query = `limit=2&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** Begins an upload, whose list is not complete. */
async function upload(shop: Shop, notifyId: number): Promise<string> {
  const answer = await shop.call(`/recalls?notifyId=${notifyId}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', 'Upload-Complete': '?0' },
    body: `${shop.tokens[0]}\n`,
  });
  // The next one is of a later millisecond
  await scheduler.wait(2);
  return (await answer.json<RecallAnswer>()).recallId;
}

/** Ends the list of an upload, which becomes a recall by that. */
async function complete(shop: Shop, recallId: string): Promise<void> {
  const answer = await shop.call(`/recalls/${recallId}/targets`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'text/plain', 'Upload-Offset': `${(shop.tokens[0]?.length ?? 0) + 1}` },
    body: '',
  });
  expect(answer.status).toBe(202);
}

async function recall(shop: Shop, notifyId: number): Promise<string> {
  const { recallId } = await shop.start({ selector: { notifyId }, targets: shop.tokens });
  await shop.end(recallId);
  return recallId;
}

describe('the list of recalls', () => {
  it('comes in pages, the newest first, and by state', async () => {
    const shop = await openShop('pages');
    const ids: string[] = [];
    for (const notifyId of [1, 2, 3]) ids.unshift(await recall(shop, notifyId));
    const first = await pageOf(shop, 'limit=2');
    expect(first).toEqual({ ids: ids.slice(0, 2), next: expect.stringContaining(ids[1] ?? '') as string });
    expect(await pageOf(shop, `limit=2&cursor=${first.next ?? ''}`)).toEqual({ ids: ids.slice(2) });
    expect(await pageOf(shop, 'state=finished')).toEqual({ ids });
    expect(await pageOf(shop, 'state=paused')).toEqual({ ids: [] });
    expect((await shop.call('/recalls?state=gone')).status).toBe(400);
  });

  it('has uploads among the others, by when they were begun', async () => {
    const shop = await openShop('mixed');
    const first = await recall(shop, 1);
    const second = await upload(shop, 2);
    const third = await recall(shop, 3);
    expect(await pageOf(shop, '')).toEqual({ ids: [third, second, first] });
    expect(await pageOf(shop, 'state=uploading')).toEqual({ ids: [second] });
  });

  it('leaves nothing out and tells nothing twice though uploads become recalls between its pages', async () => {
    const shop = await openShop('turning');
    const ids: string[] = [];
    for (const notifyId of [1, 2, 3, 4, 5, 6]) {
      ids.unshift(notifyId % 3 === 0 ? await recall(shop, notifyId) : await upload(shop, notifyId));
    }
    const told = await allPages(shop, async (pages) => {
      // That the page ended with, and one that comes later
      if (pages === 1) for (const index of [1, 4]) await complete(shop, ids[index] ?? '');
    });
    expect(told).toEqual(ids);
  });

  it('goes on where it was though the upload that a page ended with was dropped', async () => {
    const shop = await openShop('dropped');
    const ids: string[] = [];
    for (const notifyId of [1, 2, 3, 4]) ids.unshift(await upload(shop, notifyId));
    const told = await allPages(shop, async (pages) => {
      if (pages === 1) await shop.call(`/recalls/${ids[1] ?? ''}`, { method: 'DELETE' });
    });
    expect(told).toEqual(ids);
  });

  it('is found with a slash at the end of its path, and so is a recall', async () => {
    const shop = await openShop('slashes');
    const recallId = await recall(shop, 1);
    const answer = await shop.call('/recalls/');
    expect(await answer.json()).toMatchObject({ recalls: [{ recallId }] });
    expect(await (await shop.call(`/recalls/${recallId}/`)).json()).toMatchObject({ recallId });
  });

  it.each(['r-4d2a90c7e1', 'x', '1.2', ''])('takes no cursor but its own: "%s"', async (cursor) => {
    const shop = await openShop('cursors');
    const answer = await shop.call(`/recalls?cursor=${cursor}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'cursor' }] });
  });
});
