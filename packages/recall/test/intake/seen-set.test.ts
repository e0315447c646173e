import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenSet } from '../../src/intake/seen-set.ts';
import { sipHash128 } from '../../src/intake/sip-hash-128.ts';

const newHash = () => sipHash128(crypto.getRandomValues(new Uint8Array(16)));

describe('a SeenSet over SipHash', () => {
  it('knows what it has seen', () => {
    const seen = new SeenSet(newHash());
    expect([seen.add('a'), seen.add('b'), seen.add('a'), seen.add('ab'), seen.add('b')]).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(seen.size).toBe(3);
  });

  it('tells 200,000 texts apart, and knows them all again', () => {
    const seen = new SeenSet(newHash());
    const added = (): number => {
      let count = 0;
      for (let index = 0; index < 200_000; index++) if (seen.add(`token-${index}`)) count++;
      return count;
    };
    expect(added()).toBe(200_000);
    expect(added()).toBe(0);
  });

  it('does what a Set does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 2000 }), (texts) => {
        const seen = new SeenSet(newHash());
        const set = new Set<string>();
        for (const text of texts) {
          expect(seen.add(text)).toBe(!set.has(text));
          set.add(text);
        }
        expect(seen.size).toBe(set.size);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a SeenSet', () => {
  it('never takes more than 32 bytes a text, not even while it grows', () => {
    const seen = new SeenSet(newHash());
    for (let count = 1; count <= 400_000; count++) {
      seen.add(`token-${count}`);
      if (count < 10_000 || count % 1000 !== 0) continue;
      const oneShardTwice = seen.byteLength * (1 + 2 / 256);
      expect(oneShardTwice).toBeLessThanOrEqual(32 * count);
    }
  });

  it('tells hashes apart that belong into one slot, and a hash of zeroes from a free slot', () => {
    const words = new Map([
      ['none', [0, 0, 0, 0]],
      ['last word', [0, 0, 0, 256]],
      ['third word', [0, 0, 1, 0]],
      ['second word', [0, 1, 0, 0]],
      ['end of the table', [0xffffffff, 0, 0, 0]],
      ['end again', [0xffffffff, 1, 0, 0]],
    ]);
    const seen = new SeenSet((text, into) => into.set(words.get(text)!));
    for (const text of words.keys()) expect(seen.add(text)).toBe(true);
    for (const text of words.keys()) expect(seen.add(text)).toBe(false);
  });
});
