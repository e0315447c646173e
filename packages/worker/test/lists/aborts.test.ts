import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TargetLists } from '../../src/store/uploads.ts';
import { mortal } from '../support/mortal.ts';
import { all, bodyOf, bytesOf, LIMITS, listsOn, sha256, TXT } from './support/lists.ts';

/** Small enough that a list of some dozens has several rounds, whose hashes are put by and compared part by part. */
const MEANS = { targetsPerRound: 20 };
const LINES_PER_PART = 12;

let made = 0;

/** A life of an object that does this with its lists, and dies at its so-manieth statement, if it gets there. */
async function live(
  name: string,
  { steps, work }: { readonly steps: number; readonly work: (lists: TargetLists) => Promise<void> },
): Promise<'done' | 'dead'> {
  return runInDurableObject(env.OBJECTS.getByName(name), async (_object, state) => {
    let left = steps;
    const storage = mortal(state.storage, () => {
      left -= 1;
      if (left === 0) state.abort('evicted');
    });
    await work(listsOn(storage, MEANS));
    return 'done' as const;
  }).catch((error: unknown) => {
    if (String(error).includes('evicted')) return 'dead' as const;
    throw error;
  });
}

/** Whoever uploads a list: they ask how far it has come, and go on from there. */
const upload =
  (lines: readonly string[]) =>
  async (lists: TargetLists): Promise<void> => {
    if (lists.standing('r') === undefined) lists.begin('r', TXT);
    for (let standing = lists.standing('r'); standing?.complete === false; standing = lists.standing('r')) {
      const { offset } = standing;
      const rest = bytesOf(lines.join('')).subarray(offset);
      const part = bytesOf(linesFrom(lines, offset).slice(0, LINES_PER_PART).join(''));
      const isLast = part.length === rest.length;
      await lists.append('r', { offset, body: bodyOf([part]), isLast }, LIMITS);
    }
    await lists.settle('r');
  };

function linesFrom(lines: readonly string[], offset: number): readonly string[] {
  let at = 0;
  return lines.filter((line) => {
    const isLeft = at >= offset;
    at += line.length;
    return isLeft;
  });
}

const targets = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 150, size: 'max' });
/** The statement at which each life ends. The first few only open the lists. */
const deaths = fc.array(fc.integer({ min: 8, max: 40 }), { maxLength: 20, size: 'max' });

it('is the same list, with the same duplicates, at whatever statements the object died', async () => {
  let deadInAll = 0;
  await fc.assert(
    fc.asyncProperty(targets, deaths, async (numbers, lives) => {
      const name = `list-aborts-${(made += 1)}`;
      const list = numbers.map((number) => (number === 0 ? 'two words' : `token-${number}`));
      const lines = list.map((target) => `${target}\n`);
      const work = upload(lines);
      for (const steps of lives) if ((await live(name, { steps, work })) === 'dead') deadInAll += 1;

      const distinct = [...new Set(list.filter((target) => target !== 'two words'))];
      const malformed = list.filter((target) => target === 'two words').length;
      await live(name, {
        steps: Infinity,
        async work(lists) {
          await work(lists);
          const { facts } = await lists.settle('r');
          expect(facts.totals).toEqual({
            read: list.length,
            malformed,
            duplicate: list.length - malformed - distinct.length,
          });
          expect(facts.files[0]?.digest).toBe(await sha256(bytesOf(lines.join(''))));
          expect(await all(lists.source('r'))).toEqual(distinct);
        },
      });
      const left = await runInDurableObject(env.OBJECTS.getByName(name), (_object, { storage }) =>
        storage.sql.exec('SELECT COUNT(*) AS hashes FROM list_hashes').one(),
      );
      expect(left).toEqual({ hashes: 0 });
    }),
    // Shrunk, it would take minutes to say what is wrong
    { numRuns: 40, seed: 2026, endOnFailure: true },
  );
  // Else the deaths above came too late to mean anything
  expect(deadInAll).toBeGreaterThan(100);
}, 120_000);
