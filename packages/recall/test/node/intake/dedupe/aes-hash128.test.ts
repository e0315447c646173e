import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOf, joinBatches } from '@unpush/core';
import { AesHash128 } from '../../../../src/node/intake/dedupe/aes-hash128.ts';

/** The hash of each, in hexadecimal. */
function hashesOf(hash: AesHash128, targets: readonly string[]): string[] {
  const words = hash.hash(batchOf(targets).run());
  return targets.map((_, index) => Buffer.from(words.buffer, 16 * index, 16).toString('hex'));
}

describe('AesHash128', () => {
  it('is the same for the same text, alone or among others', () => {
    const hash = new AesHash128();
    const targets = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 40 })));
    fc.assert(
      fc.property(targets, (texts) => {
        expect(hashesOf(hash, texts)).toEqual(texts.flatMap((text) => hashesOf(hash, [text])));
      }),
    );
  });

  it('tells texts apart: by length, by zeroes, by the order of their blocks', () => {
    const hash = new AesHash128();
    const [block, other] = ['abcdefghijklmnop', 'ABCDEFGHIJKLMNOP'];
    const texts = [
      'a',
      'aa',
      'a\u0000',
      block,
      block + block,
      block + other,
      other + block,
      `${block}\u0080`,
    ];
    const lengths = Array.from({ length: 300 }, (_, length) => 'x'.repeat(length));
    expect(new Set(hashesOf(hash, [...texts, ...lengths])).size).toBe(texts.length + 300);
  });

  it('tells 100,000 tokens apart that are alike', () => {
    const hash = new AesHash128();
    const seen = new Set<string>();
    for (let start = 0; start < 100_000; start += 1000) {
      const texts = Array.from(
        { length: 1000 },
        (_, index) => `IQAAAACy${String(start + index).padStart(104, '0')}`,
      );
      for (const found of hashesOf(hash, texts)) seen.add(found);
    }
    expect(seen.size).toBe(100_000);
  });

  it('has a key of its own each time', () => {
    expect(hashesOf(new AesHash128(), ['a'])).not.toEqual(hashesOf(new AesHash128(), ['a']));
  });

  it('takes texts longer than the memory it works in, and keeps to what it said before', () => {
    const hash = new AesHash128();
    const texts = ['a', 'x'.repeat(100_000), 'x'.repeat(1_000_000), 'b'];
    const [before] = hashesOf(hash, ['a']);
    const found = hashesOf(hash, texts);
    expect(found[0]).toBe(before);
    expect(new Set(found).size).toBe(4);
    expect(hashesOf(hash, texts)).toEqual(found);
  });

  it('does not mind how a batch was put together', () => {
    const hash = new AesHash128();
    const joined = joinBatches([batchOf(['a', 'b']), batchOf(['é', '"']).slice(0, 2)]).slice(1, 4);
    const words = hash.hash(joined.run());
    expect(Buffer.from(words.buffer).toString('hex')).toBe(hashesOf(hash, ['b', 'é', '"']).join(''));
  });
});
