import { batchOf } from '@unpush/core';
import type { Malformed, TargetChunk } from '@unpush/recall';
import { describe, expect, it } from 'vitest';
import { ListDiffers } from '../../src/store/lists/faults.ts';
import type { TargetLists } from '../../src/store/uploads.ts';
import { all, bytesOf, linesOf, sha256, TXT, withLists } from './support/lists.ts';

const chunk = (targets: readonly string[], malformed: readonly Malformed[] = []): TargetChunk => ({
  ...{ targets: batchOf(targets), malformed, duplicate: 0 },
});

async function* chunksOf(...chunks: readonly TargetChunk[]): AsyncGenerator<TargetChunk> {
  await Promise.resolve();
  yield* chunks;
}

const LIMITS = { bytes: 1_000_000_000, targets: 10 };

/** A list that is filled with these, and settled. */
async function filled(lists: TargetLists, ...chunks: readonly TargetChunk[]) {
  lists.begin('r', TXT);
  await lists.fill('r', chunksOf(...chunks));
  return lists.settle('r');
}

describe('a list that is filled with targets one by one', () => {
  it('holds each as it is, and drops what came before', async () => {
    await withLists('fill-1', async (lists) => {
      const targets = ['a', '#b', '{"c":1}', '猫', '\u{1F600}', 'a'];
      const { facts } = await filled(lists, chunk(targets.slice(0, 2)), chunk(targets.slice(2)));
      expect(facts.totals).toEqual({ read: 6, malformed: 0, duplicate: 1 });
      expect(await all(lists.source('r'))).toEqual(targets.slice(0, 5));
      // They stand on no line of anything
      expect(await linesOf(lists.source('r'))).toEqual([0, 0, 0, 0, 0]);
    });
  });

  it('is on record as the text file that it would be', async () => {
    await withLists('fill-2', async (lists) => {
      const { facts } = await filled(lists, chunk(['a', 'b']), chunk(['c']));
      const { path, format, gzip, bytes, digest } = facts.files[0]!;
      expect({ path, format, gzip, bytes }).toEqual({ path: 'upload', format: 'txt', gzip: false, bytes: 6 });
      expect(digest).toBe(await sha256(bytesOf('a\nb\nc\n')));
    });
  });

  it('keeps what is no target with its page, the first ten for the record', async () => {
    await withLists('fill-3', async (lists) => {
      const malformed = Array.from({ length: 12 }, (_, index): Malformed => ({
        ...{ reason: 'inner whitespace', text: `${index} `.repeat(150) },
      }));
      const { facts, firstMalformed } = await filled(lists, chunk(['a'], malformed));
      expect(facts.totals).toEqual({ read: 13, malformed: 12, duplicate: 0 });
      expect(firstMalformed.map(({ text }) => text.length)).toEqual(Array.from({ length: 10 }, () => 200));
      let passed = 0;
      for await (const one of lists.source('r').read()) passed += one.malformed.length;
      expect(passed).toBe(12);
    });
  });

  it('lies on pages of a megabyte, whatever came at once', async () => {
    await withLists('fill-4', async (lists, { sql }) => {
      const many = Array.from({ length: 30_000 }, (_, index) => `${index}`.padStart(100, 'x'));
      await filled(lists, chunk(many));
      const { pages, longest } = sql
        .exec<{ pages: number; longest: number }>(
          'SELECT COUNT(*) AS pages, MAX(LENGTH(lines)) AS longest FROM list_lines',
        )
        .one();
      // 30,000 × 103 bytes, halved twice
      expect([pages, longest]).toEqual([4, 7500 * 103]);
      expect(await all(lists.source('r'))).toEqual(many);
    });
  });

  it('stops at the most targets', async () => {
    await withLists('fill-5', async (lists) => {
      lists.begin('r', TXT);
      const eleven = Array.from({ length: 11 }, (_, index) => `t${index}`);
      await expect(lists.fill('r', chunksOf(chunk(eleven)), LIMITS)).rejects.toMatchObject({
        ...{ limit: 'targets', most: 10 },
      });
      expect(lists.standing('r')?.complete).toBe(false);
    });
  });

  it('is not filled twice', async () => {
    await withLists('fill-6', async (lists) => {
      await filled(lists, chunk(['a']));
      await expect(lists.fill('r', chunksOf(chunk(['b'])))).rejects.toThrow(ListDiffers);
    });
  });
});
