import { beforeEach, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';
import { verified } from './support/verified.ts';

beforeEach(() => world.reset());

const TEXT = { 'Content-Type': 'text/plain' };

const post = (shop: Shop, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  shop.call('/recalls?notifyId=7', { method: 'POST', headers: { ...TEXT, ...headers }, body });

const patch = (shop: Shop, recallId: string, { offset, body }: { offset: number; body: BodyInit }) =>
  shop.call(`/recalls/${recallId}/targets`, {
    method: 'PATCH',
    headers: { ...TEXT, 'Upload-Offset': `${offset}` },
    body,
  });

const listed = async (shop: Shop): Promise<readonly RecallAnswer[]> =>
  (await (await shop.call('/recalls')).json<{ recalls: RecallAnswer[] }>()).recalls;

/**
 * A body that is written piece by piece; of so many bytes, where it says so of itself. One that does not is ended by the
 * platform where it breaks, if a Worker makes it; one that comes over a connection is not.
 */
function slowBody(length?: number): {
  readonly body: ReadableStream<Uint8Array>;
  readonly writer: WritableStreamDefaultWriter;
} {
  const { readable, writable } =
    length === undefined ? new IdentityTransformStream() : new FixedLengthStream(length);
  return { body: readable, writer: writable.getWriter() };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('an upload that is under way', () => {
  it('is nobody else’s to go on with, to begin again or to drop', async () => {
    const shop = await openShop('busy');
    const [one, two, three] = shop.tokens;
    const { body, writer } = slowBody();
    const first = post(shop, body, { 'Idempotency-Key': 'k' });
    await writer.write(bytes(`${one}\n${two}\n`));
    await expect.poll(async () => (await listed(shop))[0]?.upload?.underWay).toBe(true);
    const [{ recallId } = { recallId: '' }] = await listed(shop);

    for (const answer of [
      await patch(shop, recallId, { offset: 0, body: 'x' }),
      await post(shop, 'x', { 'Idempotency-Key': 'k' }),
      await shop.call(`/recalls/${recallId}`, { method: 'DELETE' }),
    ]) {
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ code: 'UPLOAD_UNDER_WAY' });
    }

    await writer.write(bytes(`${three}\n`));
    await writer.close();
    expect((await first).status).toBe(202);
    expect((await shop.end(recallId)).targets.accepted).toBe(3);
  });
});

describe('a caller who is gone in the middle of a list', () => {
  /** Sends two whole lines and the beginning of a third, and is gone. */
  async function brokenOff(shop: Shop): Promise<RecallAnswer> {
    const [one, two, three] = shop.tokens;
    const { body, writer } = slowBody(shop.tokens.join('\n').length);
    void post(shop, body, { 'Idempotency-Key': 'k' }).catch(() => undefined);
    await writer.write(bytes(`${one}\n${two}\n${three?.slice(0, 20)}`));
    await expect.poll(async () => (await listed(shop))[0]?.upload?.underWay).toBe(true);
    await writer.abort(new Error('connection lost')).catch(() => undefined);
    await expect.poll(async () => (await listed(shop))[0]?.upload?.underWay).toBe(false);
    const [recall] = await listed(shop);
    if (recall === undefined) throw new Error('the upload is not there');
    return recall;
  }

  it('leaves whole lines behind, from where the list goes on', async () => {
    const shop = await openShop('gone');
    const { recallId, state, upload } = await brokenOff(shop);
    const [one, two, three] = shop.tokens;
    const offset = `${one}\n${two}\n`.length;
    expect([state, upload]).toEqual(['uploading', { offset, complete: false, underWay: false }]);
    expect(await shop.alarm()).toBe(false);
    expect(world.sent).toBe(0);
    expect((await patch(shop, recallId, { offset, body: three ?? '' })).status).toBe(202);
    expect((await shop.end(recallId)).targets).toMatchObject({ read: 3, accepted: 3 });
  });

  it('can drop what is left, and begin again under the same key', async () => {
    const shop = await openShop('gone-for-good');
    const { recallId } = await brokenOff(shop);
    expect((await shop.call(`/recalls/${recallId}`, { method: 'DELETE' })).status).toBe(204);
    expect(await listed(shop)).toEqual([]);
    expect((await shop.call(`/recalls/${recallId}`)).status).toBe(404);
    const again = await (
      await post(shop, shop.tokens.join('\n'), { 'Idempotency-Key': 'k' })
    ).json<RecallAnswer>();
    expect(again.recallId).not.toBe(recallId);
    expect((await shop.end(again.recallId)).targets.accepted).toBe(3);
  });
});

describe('an idempotency key', () => {
  it('is known after an eviction: the same recall, and nothing for another request', async () => {
    const shop = await openShop('key-kept');
    const key = { 'Idempotency-Key': 'incident-4711' };
    const list = shop.tokens.join('\n');
    const first = await (await post(shop, list, key)).json<RecallAnswer>();
    await shop.evict();
    const second = await post(shop, list, key);
    expect(second.status).toBe(202);
    expect((await second.json<RecallAnswer>()).recallId).toBe(first.recallId);
    const other = await shop.call('/recalls?notifyId=8', {
      method: 'POST',
      headers: { ...TEXT, ...key },
      body: list,
    });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', recallId: first.recallId });
    expect(await listed(shop)).toHaveLength(1);
    await shop.end(first.recallId);
  });
});

describe('targets that ended as unknown', () => {
  it('are tried again by retryUnknown, and by nothing else, once', async () => {
    const shop = await openShop('unknown-again');
    world.emulator.faults.set([{ action: { type: 'reset', when: 'after' } }]);
    const { recallId } = await shop.start({
      selector: { notifyId: 7 },
      targets: shop.tokens,
      giveUpAfterMs: 1000,
    });
    const ended = await shop.end(recallId);
    expect(ended.targets).toMatchObject({ accepted: 0, unknown: 3 });
    world.emulator.faults.set([]);
    const resume = (body: string): Promise<Response> =>
      shop.call(`/recalls/${recallId}/resume`, { method: 'POST', body });
    const plain = await resume('{}');
    expect(plain.status).toBe(400);
    expect(JSON.stringify(await plain.json())).toContain('retryUnknown');
    const resumed = await resume('{"retryUnknown":true}');
    expect([resumed.status, (await resumed.json<RecallAnswer>()).state]).toEqual([202, 'waiting']);
    await shop.evict();
    expect((await shop.read(recallId)).state).toMatch(/waiting|running/);
    expect(await shop.end(recallId)).toMatchObject({
      state: 'finished',
      targets: { accepted: 3, unknown: 0 },
    });
    expect((await resume('{"retryUnknown":true}')).status).toBe(400);
    expect(await shop.alarm()).toBe(false);
    expect((await verified(shop, recallId)).holds).toBe(true);
  });
});
