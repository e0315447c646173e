import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/intake/input-error.ts';
import { targetsOf } from '../../src/intake/targets-of.ts';
import type { Malformed, TargetChunk } from '../../src/intake/target-source.ts';

async function chunksOf(chunks: AsyncIterable<TargetChunk>): Promise<TargetChunk[]> {
  const all: TargetChunk[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

async function all(chunks: AsyncIterable<TargetChunk>): Promise<{
  targets: string[];
  malformed: Malformed[];
  duplicate: number;
}> {
  const read = await chunksOf(chunks);
  return {
    targets: read.flatMap(({ targets }) => targets.targets()),
    malformed: read.flatMap(({ malformed }) => malformed),
    duplicate: read.reduce((sum, { duplicate }) => sum + duplicate, 0),
  };
}

async function* later<T>(values: Iterable<T>): AsyncGenerator<T> {
  for (const value of values) yield await Promise.resolve(value);
}

/** What a caller in JavaScript can pass all the same. */
const untyped = (values: readonly unknown[]): string[] => values as string[];

describe('targetsOf', () => {
  it('reads an array in order, and again from its start', async () => {
    const source = targetsOf(['c', 'a', 'b']);
    expect(source.totals).toBeUndefined();
    expect(await all(source.read())).toEqual({ targets: ['c', 'a', 'b'], malformed: [], duplicate: 0 });
    expect(await all(source.read())).toEqual({ targets: ['c', 'a', 'b'], malformed: [], duplicate: 0 });
  });

  it('has no places: an array is no file', async () => {
    const [chunk] = await chunksOf(targetsOf(['a', '']).read());
    expect(chunk?.place).toBeUndefined();
    expect(chunk?.malformed).toEqual([{ reason: 'empty', text: '' }]);
  });

  it('drops duplicates and counts them', async () => {
    expect(await all(targetsOf(['a', 'b', 'a', 'a', ' b']).read())).toEqual({
      targets: ['a', 'b'],
      malformed: [],
      duplicate: 3,
    });
  });

  it('leaves duplicates in where it is told to', async () => {
    expect(await all(targetsOf(['a', 'b', 'a'], { dedupe: false }).read())).toEqual({
      targets: ['a', 'b', 'a'],
      malformed: [],
      duplicate: 0,
    });
  });

  it('takes the hash it is given', async () => {
    const hash = (text: string, into: Uint32Array): void => {
      into.fill(text.length);
    };
    expect((await all(targetsOf(['aa', 'bb', 'c'], { hash }).read())).targets).toEqual(['aa', 'c']);
  });

  it('counts what is no target, and goes on', async () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    const values = untyped(['a', 7, null, undefined, { token: 'b' }, cycle, 'b c', '\ud800', 'd']);
    expect(await all(targetsOf(values).read())).toEqual({
      targets: ['a', 'd'],
      malformed: [
        { reason: 'not a string', text: '7' },
        { reason: 'not a string', text: 'null' },
        { reason: 'not a string', text: 'undefined' },
        { reason: 'not a string', text: '{"token":"b"}' },
        { reason: 'not a string', text: 'object' },
        { reason: 'inner whitespace', text: 'b c' },
        { reason: 'invalid UTF-8', text: '\ud800' },
      ],
      duplicate: 0,
    });
  });

  it.each([
    [0, []],
    [1, [1]],
    [4096, [4096]],
    [4097, [4096, 1]],
    [10_000, [4096, 4096, 1808]],
  ])('reads %i targets in chunks of some thousands', async (count, sizes) => {
    const targets = Array.from({ length: count }, (_, index) => `token-${index}`);
    for (const source of [targetsOf(targets), targetsOf(later(targets))]) {
      const chunks = await chunksOf(source.read());
      expect(chunks.map((chunk) => chunk.targets.count)).toEqual(sizes);
      expect(chunks.flatMap((chunk) => chunk.targets.targets())).toEqual(targets);
    }
  });

  it('reads a set again, but a generator only once', async () => {
    const set = targetsOf(new Set(['a']));
    await all(set.read());
    expect((await all(set.read())).targets).toEqual(['a']);

    const generator = targetsOf(['a', 'b'].values());
    expect((await all(generator.read())).targets).toEqual(['a', 'b']);
    expect(() => generator.read()).toThrow(InputError);
  });

  it('reads an async iterable only once, and says what to do', async () => {
    const source = targetsOf(later(['a', 'b']));
    expect((await all(source.read())).targets).toEqual(['a', 'b']);
    expect(() => source.read()).toThrow(
      'These targets have been read already, and a generator or stream can be read only once. Pass an array, or make a new source for each recall.',
    );
  });

  it('refuses one string, which is iterable too', () => {
    expect(() => targetsOf('IQAAAA')).toThrow(
      'The targets are one string, which would be read letter by letter. Pass an array: [target].',
    );
  });

  it('ends with the reason of an abort', async () => {
    const controller = new AbortController();
    const targets = Array.from({ length: 10_000 }, (_, index) => `token-${index}`);
    const chunks = targetsOf(targets).read({ signal: controller.signal })[Symbol.asyncIterator]();
    expect((await chunks.next()).done).toBe(false);
    controller.abort(new Error('stopped by hand'));
    await expect(chunks.next()).rejects.toThrow('stopped by hand');
  });

  it('ends the iterable with the reading', async () => {
    let ended = false;
    const targets = (async function* () {
      try {
        for (;;) yield await Promise.resolve('a');
      } finally {
        ended = true;
      }
    })();
    for await (const chunk of targetsOf(targets, { dedupe: false }).read()) {
      expect(chunk.targets.count).toBe(4096);
      break;
    }
    expect(ended).toBe(true);
  });

  it('loses nothing: targets, malformed and duplicates add up to what came in', async () => {
    const value = fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom(null, 1, ' ', '\u0000'));
    await fc.assert(
      fc.asyncProperty(fc.array(value), fc.boolean(), async (values, dedupe) => {
        const { targets, malformed, duplicate } = await all(targetsOf(untyped(values), { dedupe }).read());
        expect(targets.length + malformed.length + duplicate).toBe(values.length);
        if (dedupe) expect(new Set(targets).size).toBe(targets.length);
      }),
    );
  });
});
