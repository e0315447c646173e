import { expect, it } from 'vitest';
import type { TargetLists } from '../../src/store/uploads.ts';
import { all, bodyOf, bytesOf, LIMITS, TXT, withLists } from './support/lists.ts';

const PAGES = 4;
const CHUNKS_OF_A_PAGE = 3;
const targets = Array.from({ length: 30_000 }, (_, index) => `${index}`.padStart(112, 'x'));

/** 30,300 × 113 bytes are four pages, each of which has duplicates. */
async function settle(lists: TargetLists): Promise<void> {
  lists.begin('r', TXT);
  const lines = targets.flatMap((target, index) => (index % 100 === 0 ? [target, target] : [target]));
  const body = bodyOf([bytesOf(`${lines.join('\n')}\n`)]);
  await lists.append('r', { offset: 0, body, isLast: true }, LIMITS);
  const { facts } = await lists.settle('r');
  expect(facts.totals).toEqual({ read: 30_300, malformed: 0, duplicate: 300 });
}

const isThere = ({ byteLength }: ArrayBufferLike): boolean => byteLength > 0;

it('gives the memory of targets that are read in passing back, page by page', async () => {
  await withLists('in-passing', async (lists) => {
    await settle(lists);
    const met = new Set<ArrayBufferLike>();
    let most = 0;
    for await (const { targets } of lists.source('r', 'in-passing').read()) {
      met.add(targets.run().bytes.buffer);
      most = Math.max(most, [...met].filter(isThere).length);
    }
    // Of the last page one chunk is enough
    expect(met.size).toBe(10);
    expect(most).toBe(CHUNKS_OF_A_PAGE);
    expect([...met].filter(isThere)).toEqual([]);
  });
});

it('leaves the memory of targets to whoever keeps them', async () => {
  await withLists('to-keep', async (lists) => {
    await settle(lists);
    const chunks = [];
    for await (const chunk of lists.source('r').read()) chunks.push(chunk);
    expect(chunks.flatMap((chunk) => chunk.targets.targets())).toEqual(targets);
  });
});

it('tells the same targets either way, as often as it is read', async () => {
  await withLists('either-way', async (lists) => {
    await settle(lists);
    const source = lists.source('r', 'in-passing');
    expect(await all(source)).toEqual(targets);
    expect(await all(source)).toEqual(targets);
  });
});

it('lets others have their turn while a list is read', async () => {
  await withLists('reading-turns', async (lists) => {
    await settle(lists);
    let turns = 0;
    const other = setInterval(() => (turns += 1), 0);
    const source = lists.source('r', 'in-passing');
    const told = await all(source);
    clearInterval(other);
    expect(told).toHaveLength(30_000);
    expect(turns).toBeGreaterThanOrEqual(PAGES - 1);
  });
});
