import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOf, jsonOfTarget, jsonParts } from '../../src/index.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the parts of a batch in JSON', () => {
  it('are its JSON, put together', () => {
    expect(jsonParts(batchOf(['a', 'b"c'])).map(text)).toEqual(['[', String.raw`"a","b\"c"`, ']']);
    expect(jsonParts(batchOf([])).map(text).join('')).toBe('[]');
  });

  it('are those of any slice and choice as well', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.nat(20), fc.nat(20), (targets, start, more) => {
        const part = batchOf(targets.map((target) => target.toWellFormed())).slice(start, start + more);
        expect(jsonParts(part).map(text).join('')).toBe(text(part.json()));
        part.targets().forEach((target, index) => {
          expect(text(jsonOfTarget(part, index))).toBe(JSON.stringify(target));
        });
      }),
    );
  });
});
