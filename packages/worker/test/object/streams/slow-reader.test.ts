import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { world } from '../../support/world.ts';
import { openShop, type Shop } from '../support/shop.ts';

beforeEach(() => world.reset({ huawei: { unknownTokens: 'accept' }, keepRequests: 1 }));

/** Counts from now on how often an object reads by a statement that holds these words. */
const countReads = ({ name }: Shop, words: string): Promise<{ times: number }> =>
  runInDurableObject(env.RECALLS.getByName(name), (_object, { storage: { sql } }) => {
    const reads = { times: 0 };
    const exec: SqlStorage['exec'] = sql.exec.bind(sql);
    sql.exec = (query: string, ...values: SqlStorageValue[]) => {
      if (query.includes(words)) reads.times += 1;
      // The cast: which columns there are is for the one who asks to know
      return exec(query, ...values) as never;
    };
    return reads;
  });

async function endedRecall(shop: Shop, targets: readonly string[], query: string): Promise<string> {
  const answer = await shop.call(`/recalls?notifyId=7&canary=0&${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: `${targets.join('\n')}\n`,
  });
  const { recallId } = await answer.json<{ recallId: string }>();
  expect((await shop.end(recallId)).state).toBe('finished');
  return recallId;
}

/** Takes one piece of a body, and then nothing for a while. */
async function takeOne(
  answer: Response,
): Promise<{ readonly length: number; readonly end: () => Promise<void> }> {
  if (answer.body === null) throw new Error('the answer has no body');
  // The cast: a body is of bytes
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { length: value?.length ?? 0, end: () => reader.cancel() };
}

const tokens = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${index}`.padStart(112, 'x'));

it('reads a report no further ahead of its reader than a page or two', async () => {
  const shop = await openShop('slow-report');
  // 60,000 × 113 bytes: seven pages
  const recallId = await endedRecall(shop, tokens(60_000), 'batchSize=1000');
  const pages = await countReads(shop, 'JOIN list_lines');
  const { length, end } = await takeOne(await shop.call(`/recalls/${recallId}/report?all=true`));
  expect(length).toBeGreaterThan(0);
  expect(pages.times).toBeGreaterThanOrEqual(1);
  expect(pages.times).toBeLessThanOrEqual(2);
  await end();
});

/** Adds lines to the evidence of a recall, half a kilobyte each: sending so many batches takes minutes. */
const lengthen = ({ name }: Shop, lines: number): Promise<void> =>
  runInDurableObject(env.RECALLS.getByName(name), (_object, { storage: { sql } }) => {
    sql.exec(
      `WITH RECURSIVE more (seq) AS (SELECT head_seq + 1 FROM standings UNION ALL SELECT seq + 1 FROM more LIMIT ?)
        INSERT INTO evidence SELECT 1, seq, printf('%.*c', 500, 'x') FROM more`,
      lines,
    );
    sql.exec('UPDATE standings SET head_seq = (SELECT MAX(seq) FROM evidence)');
  });

it('reads evidence no further ahead of its reader than two times a megabyte', async () => {
  const shop = await openShop('slow-evidence');
  const recallId = await endedRecall(shop, tokens(3), 'batchSize=1');
  await lengthen(shop, 10_000);
  const reads = await countReads(shop, 'FROM evidence');
  const { length, end } = await takeOne(await shop.call(`/recalls/${recallId}/evidence`));
  expect(length).toBeGreaterThan(0);
  expect(reads.times).toBeGreaterThanOrEqual(1);
  expect(reads.times).toBeLessThanOrEqual(2);
  await end();
  // All of it: five megabytes and more
  const whole = await shop.call(`/recalls/${recallId}/evidence`);
  expect((await whole.arrayBuffer()).byteLength).toBeGreaterThan(10_000 * 501);
  expect(reads.times).toBeGreaterThanOrEqual(7);
});
