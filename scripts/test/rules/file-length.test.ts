import { describe, expect, it } from 'vitest';
import { checkLengths } from '../../rules/file-length.mjs';

const lines = (count: number): string => 'x\n'.repeat(count);

describe('the length of a file', () => {
  it('is 300 lines at most', () => {
    expect(checkLengths(new Map([['a.ts', lines(300)]]), {})).toEqual([]);
    expect(checkLengths(new Map([['a.ts', lines(301)]]), {})).toEqual([
      'a.ts has 301 lines, 300 is the most: one concept a file. A table of texts may be longer: say why in LONG_FILES of scripts/rules/file-length.mjs.',
    ]);
  });

  it('may be more by name and with a reason', () => {
    expect(checkLengths(new Map([['a.ts', lines(301)]]), { 'a.ts': 'a table of texts' })).toEqual([]);
  });

  it('is not excused any longer than needed', () => {
    const excuses = { 'a.ts': 'a table of texts', 'gone.ts': 'a table of texts' };
    expect(checkLengths(new Map([['a.ts', lines(5)]]), excuses)).toEqual([
      'a.ts is short or gone: take it out of LONG_FILES.',
      'gone.ts is short or gone: take it out of LONG_FILES.',
    ]);
  });
});
