import { describe, expect, it } from 'vitest';
import { parseVersion, satisfies } from '../../lib/versions.mjs';

describe('parseVersion', () => {
  it('reads what programs answer and what package.json pins', () => {
    expect(parseVersion('v24.21.0\n')).toEqual([24, 21, 0]);
    expect(parseVersion('pnpm@12.21.0+sha512.0a1b')).toEqual([12, 21, 0]);
    expect(parseVersion('>=22.19')).toEqual([22, 19, 0]);
  });

  it('finds no version where there is none', () => {
    expect(parseVersion('command not found')).toBeUndefined();
  });
});

describe('satisfies', () => {
  it.each([
    ['v22.19.0', true],
    ['22.18.9', false],
    ['22.100.0', true], // by number, not by letter
    ['v20.20.2', false],
    ['24.0.0', true],
    ['', false],
  ])('%s against >=22.19: %s', (version, expected) => {
    expect(satisfies(version, '>=22.19')).toBe(expected);
  });

  it('refuses a range it does not understand, rather than guess', () => {
    expect(() => satisfies('24.0.0', '^22.19 || 24')).toThrow('not "^22.19 || 24"');
  });
});
