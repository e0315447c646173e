import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListReading } from '../../src/store/uploads.ts';
import { all, bodyOf, bytesOf, gzipped, LIMITS, withLists } from './support/lists.ts';

const line = fc.oneof(
  fc.string({
    minLength: 0,
    maxLength: 12,
    unit: fc.constantFrom('a', 'b', ' ', '"', '\\', 'ü', '😀', '\t'),
  }),
  fc.constantFrom('t-1', 't-2', '"t-1"', ''),
);
const text = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 30 }), line)
  .map(([bom, lines, last]) => (bom ? '\uFEFF' : '') + lines.map((pair) => pair.join('')).join('') + last);
const cuts = fc.array(fc.nat(400), { maxLength: 8 });
const reading: ListReading = { format: 'txt', dedupe: true };

describe('the same list', () => {
  it('is read from whatever pieces, packed or plain, and from a body that broke at any byte', async () => {
    await withLists('properties', async (lists) => {
      const read = async (): Promise<unknown> => {
        const settled = await lists.settle('r');
        return { settled, targets: await all(lists.source('r')) };
      };
      await fc.assert(
        fc.asyncProperty(text, cuts, fc.nat(400), async (list, at, breakAt) => {
          const bytes = bytesOf(list);
          lists.begin('r', reading);
          await lists.append('r', { offset: 0, body: bodyOf([bytes]), isLast: true }, LIMITS);
          const whole = await read();

          for (const body of [bytes, await gzipped(bytes)]) {
            lists.begin('r', reading);
            await lists.append('r', { offset: 0, body: bodyOf(cut(body, at)), isLast: true }, LIMITS);
            expect(await read()).toEqual(whole);
          }

          lists.begin('r', reading);
          const broken = bodyOf(cut(bytes.subarray(0, breakAt), at), { breaks: true });
          await lists.append('r', { offset: 0, body: broken, isLast: true }, LIMITS).catch(() => undefined);
          const offset = lists.standing('r')?.offset ?? 0;
          expect(offset === 0 || bytes[offset - 1] === 0x0a).toBe(true);
          const rest = bodyOf(cut(bytes.subarray(offset), at));
          await lists.append('r', { offset, body: rest, isLast: true }, LIMITS);
          expect(await read()).toEqual(whole);
        }),
        { numRuns: 60 },
      );
    });
  });
});

describe('duplicates', () => {
  it('are found in rounds and parts as they are by a set', async () => {
    await withLists(
      'rounds',
      async (lists) => {
        const targets = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 120 });
        await fc.assert(
          fc.asyncProperty(targets, cuts, async (numbers, at) => {
            const list = numbers.map((number) => `token-${number}`);
            lists.begin('r', reading);
            // A page for each part
            for (const part of cutLines(list, at)) {
              const offset = lists.standing('r')?.offset ?? 0;
              const body = bodyOf([bytesOf(part.map((target) => `${target}\n`).join(''))]);
              await lists.append('r', { offset, body, isLast: false }, LIMITS);
            }
            const offset = lists.standing('r')?.offset ?? 0;
            await lists.append('r', { offset, body: bodyOf([]), isLast: true }, LIMITS);
            const { facts } = await lists.settle('r');
            const expected = [...new Set(list)];
            expect(await all(lists.source('r'))).toEqual(expected);
            expect(facts.totals.duplicate).toBe(list.length - expected.length);
          }),
          { numRuns: 60 },
        );
      },
      { targetsPerRound: 20 },
    );
  });
});

function cut(bytes: Uint8Array, at: readonly number[]): readonly Uint8Array[] {
  const places = [0, ...at.filter((place) => place < bytes.length).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((place, index) => bytes.slice(places[index], place));
}

function cutLines(lines: readonly string[], at: readonly number[]): readonly (readonly string[])[] {
  const places = [0, ...at.map((place) => place % (lines.length + 1)).sort((a, b) => a - b), lines.length];
  return places.slice(1).map((place, index) => lines.slice(places[index], place));
}
