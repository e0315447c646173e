import { beforeEach, describe, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { drain } from '../../src/object/answers/drain.ts';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';

beforeEach(() => world.reset());

const MIB = 1_048_576;
const PIECE = 65_536;

/** A list of 4 MiB that tells how much of it was taken. */
function longList(first = ''): { readonly body: ReadableStream<Uint8Array>; readonly taken: () => number } {
  let taken = 0;
  const lines = new TextEncoder().encode(`${'x'.repeat(1023)}\n`.repeat(PIECE / 1024));
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken === 4 * MIB) {
          controller.close();
          return;
        }
        const piece = lines.slice();
        if (taken === 0) piece.set(new TextEncoder().encode(first));
        taken += PIECE;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken: () => taken };
}

const post = (
  shop: Shop,
  query: string,
  { body, headers = {} }: { readonly body: BodyInit; readonly headers?: Record<string, string> },
): Promise<Response> =>
  shop.call(`/recalls?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', ...headers },
    body,
  });

describe('a long list that is refused', () => {
  it('before it is read is taken to its end, so that the refusal arrives', async () => {
    const shop = await openShop('refused');
    const list = longList();
    const answer = await post(shop, 'notifyId=seven', { body: list.body });
    expect([answer.status, list.taken()]).toEqual([400, 4 * MIB]);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'notifyId' }] });
  });

  it('for its idempotency key', async () => {
    const shop = await openShop('reused');
    const headers = { 'Idempotency-Key': 'incident-1' };
    expect((await post(shop, 'notifyId=7', { body: shop.tokens.join('\n'), headers })).status).toBe(202);
    const list = longList();
    const answer = await post(shop, 'notifyId=8', { body: list.body, headers });
    expect([answer.status, list.taken()]).toEqual([422, 4 * MIB]);
    expect(await answer.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('for its first line', async () => {
    const shop = await openShop('first-line');
    const list = longList('{"token"\n');
    const headers = { 'Content-Type': 'application/x-ndjson' };
    const answer = await post(shop, 'notifyId=7', { body: list.body, headers });
    expect([answer.status, list.taken()]).toEqual([422, 4 * MIB]);
    expect(await answer.json()).toMatchObject({ line: 1 });
  });

  it('for a part whose offset does not fit', async () => {
    const shop = await openShop('offset');
    const begun = await post(shop, 'notifyId=7', {
      body: `${shop.tokens.join('\n')}\n`,
      headers: { 'Upload-Complete': '?0' },
    });
    const { recallId } = await begun.json<RecallAnswer>();
    const list = longList();
    const answer = await shop.call(`/recalls/${recallId}/targets`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'text/plain', 'Upload-Offset': '1' },
      body: list.body,
    });
    expect([answer.status, list.taken()]).toEqual([409, 4 * MIB]);
  });
});

it('nobody waits for ever for the end of what is not read', async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    cancel() {
      cancelled = true;
    },
  });
  await drain(new Request('https://gateway.example', { method: 'POST', body }), 20);
  expect(cancelled).toBe(true);
});

describe('a target in JSON that is longer than any', () => {
  it.each([1_100_000, 3_000_000])('%i characters are refused, and nothing of it is kept', async (length) => {
    const shop = await openShop(`long-target-${length}`);
    const answer = await shop.call('/recalls', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ selector: { notifyId: 7 }, targets: ['a', 'x'.repeat(length), 'b'] }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      {
        code: 'INVALID_INPUT',
        detail: expect.stringContaining('line 2: more than 1 MiB without an end') as string,
      },
    ]);
    expect(await (await shop.call('/recalls')).json()).toEqual({ recalls: [] });
  });
});
