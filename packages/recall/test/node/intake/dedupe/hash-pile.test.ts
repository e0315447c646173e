import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashPile } from '../../../../src/node/intake/dedupe/hash-pile.ts';

type Hash = readonly [number, number, number, number];

function repeatsOf(hashes: readonly Hash[]): number[] {
  const pile = new HashPile();
  for (const hash of hashes) pile.add(Uint32Array.from(hash));
  const repeats: number[] = [];
  pile.findRepeats((index) => repeats.push(index));
  return repeats.sort((one, other) => one - other);
}

describe('a HashPile', () => {
  it('names each hash that came before, however often', () => {
    const [a, b]: Hash[] = [
      [1, 2, 3, 4],
      [0, 0, 0, 0],
    ];
    expect(repeatsOf([a!, b!, a!, a!, b!])).toEqual([2, 3, 4]);
    expect(repeatsOf([])).toEqual([]);
  });

  it('tells hashes apart by each of their words', () => {
    const words = fc.constantFrom(0, 1, 1024, 0xffffffff);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words, words, words)), (hashes) => {
        const seen = new Set<string>();
        const repeats = hashes.flatMap((hash, index) => {
          const isRepeat = seen.has(hash.join());
          seen.add(hash.join());
          return isRepeat ? [index] : [];
        });
        expect(repeatsOf(hashes)).toEqual(repeats);
      }),
    );
  });

  it('never takes more than 32 bytes a hash', () => {
    const pile = new HashPile();
    for (let count = 0; count < 100; count++) {
      pile.add(crypto.getRandomValues(new Uint32Array(4 * 4000)));
      if (pile.count >= 20_000) expect(pile.byteLength).toBeLessThanOrEqual(32 * pile.count);
    }
  });
});
