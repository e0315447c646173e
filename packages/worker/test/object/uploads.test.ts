import { beforeEach, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';

beforeEach(() => world.reset());

const post = (shop: Shop, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  shop.call('/recalls?notifyId=7', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', ...headers },
    body,
  });

const gzip = (text: string): ReadableStream<Uint8Array> =>
  new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));

describe('a list', () => {
  it('streams in as text, gzip too', async () => {
    const shop = await openShop('streams', { phones: 1500 });
    const answer = await post(shop, gzip(shop.tokens.join('\n')), { 'Content-Encoding': 'gzip' });
    expect(answer.status).toBe(202);
    const { recallId } = await answer.json<RecallAnswer>();
    expect(answer.headers.get('Location')).toBe(`/v1/apps/streams/recalls/${recallId}`);
    expect((await shop.end(recallId)).targets.accepted).toBe(1500);
  });

  it('comes in parts, each from where the one before has ended', async () => {
    const shop = await openShop('parts', { phones: 4 });
    const list = `${shop.tokens.join('\n')}\n`;
    const half = list.indexOf('\n', list.length / 2) + 1;
    const first = await post(shop, list.slice(0, half), { 'Upload-Complete': '?0' });
    const { recallId, state, upload } = await first.json<RecallAnswer>();
    expect([first.status, state, upload]).toEqual([
      202,
      'uploading',
      { offset: half, complete: false, underWay: false },
    ]);
    const head = await shop.call(`/recalls/${recallId}/targets`, { method: 'HEAD' });
    expect([head.headers.get('Upload-Offset'), head.headers.get('Upload-Complete')]).toEqual([
      `${half}`,
      '?0',
    ]);

    const patch = (offset: number, body: string): Promise<Response> =>
      shop.call(`/recalls/${recallId}/targets`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'text/plain', 'Upload-Offset': String(offset) },
        body,
      });
    const wrong = await patch(0, list);
    expect([wrong.status, await wrong.json()]).toMatchObject([409, { offset: half }]);
    const second = await patch(half, list.slice(half));
    expect(second.status).toBe(202);
    const ended = await shop.end(recallId);
    expect(ended.targets.accepted).toBe(4);
    expect(ended.audit.map(({ action }) => action)).toEqual(['start', 'continue-upload']);
    expect((await patch(list.length, 'x')).status).toBe(409);
  });

  it('that breaks off stays uploading, and can be gone on with after an eviction, or dropped', async () => {
    const shop = await openShop('breaks', { phones: 2 });
    const [one, two] = shop.tokens;
    const { recallId } = await (
      await post(shop, `${one}\n`, { 'Upload-Complete': '?0' })
    ).json<RecallAnswer>();
    await shop.evict();
    expect((await shop.read(recallId)).state).toBe('uploading');
    const rest = await shop.call(`/recalls/${recallId}/targets`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'text/plain', 'Upload-Offset': String(one!.length + 1) },
      body: two!,
    });
    expect(rest.status).toBe(202);
    expect((await shop.end(recallId)).targets.accepted).toBe(2);

    const other = await (
      await shop.call('/recalls?notifyId=8', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', 'Upload-Complete': '?0' },
        body: 'a\n',
      })
    ).json<RecallAnswer>();
    const stranger = { method: 'DELETE', scopes: ['start'], by: 'somebody' } as const;
    expect((await shop.call(`/recalls/${other.recallId}`, stranger)).status).toBe(403);
    const own = { method: 'DELETE', scopes: ['start'] } as const;
    expect((await shop.call(`/recalls/${other.recallId}`, own)).status).toBe(204);
    expect((await shop.call(`/recalls/${other.recallId}`)).status).toBe(404);
  });

  it('of damaged gzip is refused, and names the upload that can be gone on with', async () => {
    const shop = await openShop('damaged');
    const answer = await post(shop, new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    expect(answer.status).toBe(422);
    const { recallId } = await answer.json<{ recallId: string }>();
    expect((await shop.read(recallId)).state).toBe('uploading');
  });

  it('of more targets than the limit is too large', async () => {
    world.limits = { targets: 2 };
    const shop = await openShop('large');
    const answer = await post(shop, shop.tokens.join('\n'));
    expect([answer.status, await answer.json()]).toMatchObject([413, { errors: [{ field: 'targets' }] }]);
  });

  it('in many parts is noted once for each who sends them one after the other', async () => {
    const shop = await openShop('noted', { phones: 4 });
    const lines = shop.tokens.map((token) => `${token}\n`);
    const { recallId } = await (
      await post(shop, lines[0]!, { 'Upload-Complete': '?0' })
    ).json<RecallAnswer>();
    let offset = lines[0]!.length;
    for (const [index, by] of ['ann', 'ann', 'bob'].entries()) {
      const body = lines[index + 1]!;
      const headers = { 'Content-Type': 'text/plain', 'Upload-Offset': `${offset}`, 'Upload-Complete': '?0' };
      await shop.call(`/recalls/${recallId}/targets`, { method: 'PATCH', by, headers, body });
      offset += body.length;
    }
    const { audit } = await shop.read(recallId);
    expect(audit.map(({ action, by, until }) => [action, by, until !== undefined])).toEqual([
      ['start', 'oncall', false],
      ['continue-upload', 'ann', true],
      ['continue-upload', 'bob', false],
    ]);
  });

  it('can be finished by who may only start: nothing else is needed', async () => {
    const shop = await openShop('starter', { phones: 2 });
    const [one, two] = shop.tokens.map((token) => `${token}\n`);
    const scopes = ['start'] as const;
    const begun = await shop.call('/recalls?notifyId=7', {
      scopes,
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Upload-Complete': '?0' },
      body: one!,
    });
    const { recallId } = await begun.json<RecallAnswer>();
    const path = `/recalls/${recallId}/targets`;
    const offset = (await shop.call(path, { scopes, method: 'HEAD' })).headers.get('Upload-Offset') ?? '';
    const headers = { 'Content-Type': 'text/plain', 'Upload-Offset': offset };
    const ended = await shop.call(path, { scopes, method: 'PATCH', headers, body: two! });
    expect(ended.status).toBe(202);
    const standing = await shop.call(path, { scopes, method: 'HEAD' });
    expect(standing.headers.get('Upload-Complete')).toBe('?1');
  });

  it('that cannot become a recall is named by the recall in its way, and not by what was dropped', async () => {
    const shop = await openShop('dropped');
    const answer = await post(shop, '\n\n');
    expect(answer.status).toBe(422);
    expect(await answer.json()).not.toHaveProperty('recallId');
  });
});

describe('an idempotency key', () => {
  it('makes a request that comes again the same recall', async () => {
    const shop = await openShop('keys');
    const key = { 'Idempotency-Key': 'incident-4711' };
    const list = shop.tokens.join('\n');
    const first = await (await post(shop, list, key)).json<RecallAnswer>();
    const second = await post(shop, list, key);
    expect(second.status).toBe(202);
    expect((await second.json<RecallAnswer>()).recallId).toBe(first.recallId);
    await shop.end(first.recallId);
    expect((await (await post(shop, list, key)).json<RecallAnswer>()).state).toBe('finished');
  });

  it('stands for one request only', async () => {
    const shop = await openShop('reused');
    const headers = { 'Content-Type': 'text/plain', 'Idempotency-Key': 'k' };
    await post(shop, 'a', headers);
    const other = await shop.call('/recalls?notifyId=8', { method: 'POST', headers, body: 'a' });
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('begins an unfinished list anew', async () => {
    const shop = await openShop('anew');
    const key = { 'Idempotency-Key': 'k' };
    const list = shop.tokens.join('\n');
    const first = await (
      await post(shop, `${shop.tokens[0]}\n`, { ...key, 'Upload-Complete': '?0' })
    ).json<RecallAnswer>();
    const second = await (await post(shop, list, key)).json<RecallAnswer>();
    expect(second.recallId).toBe(first.recallId);
    expect((await shop.end(first.recallId)).targets.read).toBe(3);
  });
});
