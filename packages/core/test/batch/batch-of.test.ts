import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { batchOf } from '@unpush/core';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('batchOf', () => {
  it('knows its count, its bytes and its strings', () => {
    const batch = batchOf(['a', 'b"', 'ü']);
    expect(batch.count).toBe(3);
    expect(text(batch.json())).toBe('["a","b\\"","ü"]');
    // a, then b\" as JSON writes it, then the two bytes of ü
    expect(batch.targetBytes).toBe(1 + 3 + 2);
    expect(batch.targets()).toEqual(['a', 'b"', 'ü']);
  });

  it('can be empty', () => {
    expect(text(batchOf([]).json())).toBe('[]');
    expect(batchOf([]).targetBytes).toBe(0);
  });

  it('slices into batches that together are the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(50), (targets, cut) => {
        const batch = batchOf(targets);
        const parts = [batch.slice(0, cut), batch.slice(cut, targets.length)];
        expect(parts.flatMap((part) => part.targets())).toEqual(targets);
        expect(parts.flatMap((part) => JSON.parse(text(part.json())) as string[])).toEqual(targets);
      }),
    );
  });
});
