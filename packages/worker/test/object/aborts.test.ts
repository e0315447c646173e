import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { RecallAnswer } from '../../src/contract/recall-answer.ts';
import { world } from '../support/world.ts';
import { linesOf, openShop, type Shop } from './support/shop.ts';
import { verified } from './support/verified.ts';

beforeEach(() => world.reset());

const PHONES = 40;
const PARTS = 3;
const MOST_TRIES = 200;
let made = 0;

/** Asks again for as long as the object dies of it. */
async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes('evicted') || tries === MOST_TRIES) throw error;
    }
  }
}

const json = <T>(answer: Promise<Response>): Promise<T> => answer.then((given) => given.json<T>());

/** A caller who does not give up: begins under a key, asks how far the list has come, and goes on from there. */
async function recallAll(shop: Shop, lines: readonly string[]): Promise<RecallAnswer> {
  const list = lines.map((line) => `${line}\n`).join('');
  const size = Math.ceil(lines.length / PARTS);
  const cut = (offset: number): { readonly body: string; readonly complete: string } => {
    const body = lines
      .slice(list.slice(0, offset).split('\n').length - 1)
      .slice(0, size)
      .map((line) => `${line}\n`)
      .join('');
    return { body, complete: offset + body.length === list.length ? '?1' : '?0' };
  };
  const headers = { 'Content-Type': 'text/plain', 'Idempotency-Key': 'incident' };
  const { recallId } = await persistently(() => {
    const { body, complete } = cut(0);
    const path = '/recalls?notifyId=7&batchSize=4&canary=4';
    return json<RecallAnswer>(
      shop.call(path, { method: 'POST', headers: { ...headers, 'Upload-Complete': complete }, body }),
    );
  });
  for (;;) {
    const head = await persistently(() => shop.call(`/recalls/${recallId}/targets`, { method: 'HEAD' }));
    if (head.headers.get('Upload-Complete') === '?1') break;
    const offset = Number(head.headers.get('Upload-Offset'));
    const { body, complete } = cut(offset);
    await shop
      .call(`/recalls/${recallId}/targets`, {
        method: 'PATCH',
        headers: { ...headers, 'Upload-Offset': `${offset}`, 'Upload-Complete': complete },
        body,
      })
      .catch(() => undefined);
  }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = await persistently(() => json<RecallAnswer>(shop.call(`/recalls/${recallId}`)));
    if (answer.state === 'finished') return answer;
    await shop.alarm().catch(() => undefined);
  }
  throw new Error(`recall ${recallId} does not end`);
}

/** What stands on each line: a phone, or something that is no target. */
const lists = fc.array(fc.integer({ min: -1, max: PHONES - 1 }), {
  minLength: 3,
  maxLength: 90,
  size: 'max',
});
/** After how many steps each life ends: statements to the storage, and the two halves of an exchange. */
const lives = fc.array(fc.integer({ min: 15, max: 130 }), { maxLength: 12, size: 'max' });

it('is the same recall, whenever the object died: each target in one batch, counted and proven', async () => {
  const sentBefore: number[] = [];
  await fc.assert(
    fc.asyncProperty(lists, lives, async (numbers, lifetimes) => {
      const shop = await openShop(`aborts-${(made += 1)}`, { phones: PHONES });
      const lines = [...numbers.map((at) => shop.tokens[at] ?? 'two words'), shop.tokens[0] ?? ''];
      const targets = lines.filter((line) => line !== 'two words');
      const distinct = [...new Set(targets)];
      const left = [...lifetimes];
      const sent = world.sent;
      world.onBirth = () => {
        world.stepsToLive = left.shift() ?? Infinity;
      };
      world.onDeath = () => sentBefore.push(world.sent - sent);
      const ended = await recallAll(shop, lines);
      world.onBirth = () => undefined;
      world.stepsToLive = Infinity;

      expect(ended.targets).toEqual({
        read: lines.length,
        malformed: lines.length - targets.length,
        duplicate: targets.length - distinct.length,
        ...{ accepted: distinct.length, rejected: 0, unknown: 0, notAttempted: 0 },
      });
      const { recallId } = ended;
      const report = await linesOf(await shop.call(`/recalls/${recallId}/report?all=true`));
      expect(
        report
          .filter(({ outcome }) => outcome !== 'malformed')
          .map(({ target, outcome }) => [target, outcome]),
      ).toEqual(distinct.map((target) => [target, 'accepted']));
      const revoked = world.emulator.huawei.revocations({ clientId: shop.clientId, notifyId: 7 });
      expect(revoked.count).toBe(distinct.length);
      const evidence = await verified({ ...shop, tokens: distinct }, recallId);
      expect([evidence.problems, evidence.holds, evidence.sealed]).toEqual([[], true, true]);
      const { recalls } = await json<{ recalls: unknown[] }>(shop.call('/recalls'));
      expect(recalls).toHaveLength(1);
    }),
    { numRuns: 25, seed: 2026, endOnFailure: true },
  );
  // Before the first request, which is to say while the list came in and the recall was made, and after it
  expect(sentBefore.filter((requests) => requests === 0).length).toBeGreaterThan(12);
  expect(sentBefore.filter((requests) => requests > 0).length).toBeGreaterThan(12);
}, 120_000);
