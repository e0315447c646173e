import { beforeEach, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';

beforeEach(() => world.reset());

const PHONES = 40_000;

/** A finished recall, whose report is some eight megabytes. */
async function finished(name: string): Promise<{ readonly shop: Shop; readonly recallId: string }> {
  const shop = await openShop(name, { phones: PHONES });
  const { recallId } = await shop.start({ selector: { notifyId: 7 }, targets: shop.tokens });
  expect((await shop.end(recallId)).targets.accepted).toBe(PHONES);
  return { shop, recallId };
}

describe('a reader who is slow', () => {
  it('holds a report up: pages of targets are read as they are wanted, and all of them in the end', async () => {
    const { shop, recallId } = await finished('slow');
    const { body } = await shop.call(`/recalls/${recallId}/report?all=true`);
    if (body === null) throw new Error('the report has no body');
    // The cast: the platform's type leaves open of what it is a stream
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    let size = (await reader.read()).value?.length ?? 0;
    await scheduler.wait(300);
    const begun = world.steps;
    await scheduler.wait(700);
    expect(world.steps).toBe(begun);
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      size += piece.value.length;
    // A megabyte of targets is a page, and each page is read by itself
    expect(world.steps - begun).toBeGreaterThan(4);
    expect(size).toBeGreaterThan(7_000_000);
  }, 120_000);

  it('of events who is gone costs nothing more', async () => {
    const shop = await openShop('reader-gone');
    const begun = await shop.call('/recalls?notifyId=7', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Upload-Complete': '?0' },
      body: `${shop.tokens[0]}\n`,
    });
    const { recallId } = await begun.json<RecallAnswer>();
    const { body } = await shop.call(`/recalls/${recallId}/events`);
    const reader = body?.getReader();
    await reader?.read();
    const watched = world.steps;
    await expect.poll(() => world.steps, { timeout: 5000 }).toBeGreaterThan(watched);
    await reader?.cancel();
    await scheduler.wait(200);
    const gone = world.steps;
    await scheduler.wait(2500);
    expect(world.steps).toBe(gone);
  });
});
