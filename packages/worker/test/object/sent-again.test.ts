import { beforeEach, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';

beforeEach(() => world.reset());

const KEY = { 'Idempotency-Key': 'k-1' };

interface ToSend {
  readonly headers?: Record<string, string>;
  readonly by?: string;
}

const post = (shop: Shop, body: BodyInit, { headers = KEY, by = 'ann' }: ToSend = {}): Promise<Response> =>
  shop.call('/recalls?notifyId=7', {
    by,
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', ...headers },
    body,
  });

const postJson = (shop: Shop, targets: readonly unknown[]): Promise<Response> =>
  shop.call('/recalls', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...KEY },
    body: JSON.stringify({ selector: { notifyId: 7 }, targets }),
  });

const patch = (
  shop: Shop,
  recallId: string,
  { offset, body, headers = {} }: { readonly offset: number; readonly body: string } & ToSend,
): Promise<Response> =>
  shop.call(`/recalls/${recallId}/targets`, {
    by: 'ann',
    method: 'PATCH',
    headers: { 'Content-Type': 'text/plain', 'Upload-Offset': String(offset), ...headers },
    body,
  });

const more = { 'Upload-Complete': '?0' };
const idOf = async (answer: Response): Promise<string> => (await answer.json<RecallAnswer>()).recallId;

describe('another list under a known key', () => {
  it.each(['shorter', 'longer', 'other', 'reordered'] as const)('is refused where it is %s', async (how) => {
    const shop = await openShop(`differs-${how}`, { phones: 4 });
    const [one, two, three, four] = shop.tokens;
    const recallId = await idOf(await post(shop, `${one}\n${two}\n`));
    await shop.end(recallId);
    const body = {
      shorter: `${one}\n`,
      longer: `${one}\n${two}\n${three}\n`,
      other: `${three}\n${four}\n`,
      reordered: `${two}\n${one}\n`,
    }[how];
    const answer = await post(shop, body);
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: 'IDEMPOTENCY_KEY_REUSED', recallId },
    ]);
    expect((await shop.read(recallId)).targets).toMatchObject({ read: 2, accepted: 2 });
  });

  it('is refused as JSON, by its targets and by what is none', async () => {
    const shop = await openShop('differs-json', { phones: 4 });
    const [one, two, three] = shop.tokens;
    const recallId = await idOf(await postJson(shop, [one, two, '']));
    for (const targets of [
      [one, three, ''],
      [one, two],
      [one, two, '', three],
      [one, two, '', ''],
    ]) {
      expect((await postJson(shop, targets)).status).toBe(422);
    }
    const again = await postJson(shop, [one, two, '']);
    expect([again.status, await idOf(again)]).toEqual([202, recallId]);
    expect((await shop.end(recallId)).targets).toMatchObject({ read: 3, malformed: 1, accepted: 2 });
  });

  it('is refused while the first is not complete, of which nothing is lost', async () => {
    const shop = await openShop('differs-early', { phones: 3 });
    const [one, two, three] = shop.tokens;
    const recallId = await idOf(await post(shop, `${one}\n`, { headers: { ...KEY, ...more } }));
    expect((await post(shop, `${two}\n${three}\n`)).status).toBe(422);
    expect((await shop.read(recallId)).upload).toMatchObject({ offset: one!.length + 1, complete: false });
  });

  it('cannot be told from the first once the targets are deleted', async () => {
    const shop = await openShop('differs-forgotten');
    const list = shop.tokens.join('\n');
    const recallId = await idOf(await post(shop, list));
    await shop.end(recallId);
    await shop.call(`/recalls/${recallId}`, { method: 'DELETE' });
    const answer = await post(shop, list);
    expect([answer.status, await answer.json()]).toMatchObject([410, { recallId }]);
  });
});

describe('the same list under a known key', () => {
  it('is the same recall, packed or in other pieces, and across pages of a megabyte', async () => {
    const shop = await openShop('same', { phones: 2 });
    // 2.4 MB: three pages
    const list = `${shop.tokens.join('\n')}\n${Array.from({ length: 300_000 }, (_, n) => `x${1e6 + n}`).join('\n')}`;
    const recallId = await idOf(await post(shop, list));
    const packed = new Blob([list]).stream().pipeThrough(new CompressionStream('gzip'));
    for (const body of [list, packed]) {
      const answer = await post(shop, body);
      expect([answer.status, await idOf(answer)]).toEqual([202, recallId]);
    }
    expect((await post(shop, `${list.slice(0, -1)}!`)).status).toBe(422);
  });

  it('goes on where the first try broke off, with what came by other parts', async () => {
    const shop = await openShop('goes-on', { phones: 4 });
    const lines = shop.tokens.map((token) => `${token}\n`);
    const recallId = await idOf(await post(shop, lines[0]!, { headers: { ...KEY, ...more } }));
    await patch(shop, recallId, { offset: lines[0]!.length, body: lines[1]!, headers: more });
    const repeated = await post(shop, lines[0]!, { headers: { ...KEY, ...more } });
    expect((await repeated.json<RecallAnswer>()).upload).toMatchObject({
      offset: lines[0]!.length + lines[1]!.length,
    });
    expect((await post(shop, lines.join(''))).status).toBe(202);
    expect((await shop.end(recallId)).targets).toMatchObject({ read: 4, accepted: 4 });
    const first = await post(shop, lines[0]!, { headers: { ...KEY, ...more } });
    expect([first.status, (await first.json<RecallAnswer>()).state]).toEqual([202, 'finished']);
  });
});

it('is another recall under the same key of somebody else, whose list stays what it was', async () => {
  const shop = await openShop('others-key', { phones: 4 });
  const lines = shop.tokens.map((token) => `${token}\n`);
  const headers = { ...KEY, ...more };
  const anns = await idOf(await post(shop, lines[0]!, { headers }));
  const bobs = await idOf(await post(shop, lines[1]!, { headers, by: 'bob' }));
  expect(bobs).not.toBe(anns);
  expect((await shop.read(anns)).upload?.offset).toBe(lines[0]!.length);
});

describe('a list whose length was said', () => {
  it('is told of it, and is complete with these bytes only', async () => {
    const shop = await openShop('length', { phones: 3 });
    const [one, two, three] = shop.tokens.map((token) => `${token}\n`);
    const length = `${one}${two}${three}`.length;
    const said = { 'Upload-Length': String(length) };
    const begun = await post(shop, one!, { headers: { ...more, ...said } });
    expect(begun.headers.get('Upload-Length')).toBe(String(length));
    const { recallId, upload } = await begun.json<RecallAnswer>();
    expect(upload).toEqual({ offset: one!.length, complete: false, underWay: false, length });
    const head = await shop.call(`/recalls/${recallId}/targets`, { method: 'HEAD' });
    expect(head.headers.get('Upload-Length')).toBe(String(length));

    for (const body of ['', two!, `${two}${three}x`]) {
      const wrong = await patch(shop, recallId, { offset: one!.length, body });
      expect([wrong.status, await wrong.json()]).toMatchObject([
        409,
        { code: 'UPLOAD_LENGTH', offset: one!.length },
      ]);
    }
    const another = await patch(shop, recallId, {
      offset: one!.length,
      body: `${two}${three}`,
      headers: { 'Upload-Length': String(length + 1) },
    });
    expect([another.status, await another.json()]).toMatchObject([
      400,
      { errors: [{ field: 'Upload-Length' }] },
    ]);
    expect((await patch(shop, recallId, { offset: one!.length, body: `${two}${three}` })).status).toBe(202);
    expect((await shop.end(recallId)).targets).toMatchObject({ read: 3, accepted: 3 });
  });

  it('is refused at once where the first part is too much, or the length is none', async () => {
    const shop = await openShop('length-first');
    expect((await post(shop, 'a\nb\n', { headers: { 'Upload-Length': '3' } })).status).toBe(409);
    expect((await post(shop, 'a\n', { headers: { 'Upload-Length': '-1' } })).status).toBe(400);
  });
});
