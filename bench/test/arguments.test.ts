import { describe, expect, it } from 'vitest';
import { parseArguments } from '../src/arguments.ts';

describe('the arguments of pnpm bench', () => {
  it('mean everything when there are none', () => {
    expect(parseArguments([])).toEqual({
      letters: ['a', 'b', 'c', 'd', 'e'],
      quick: false,
      write: false,
      rounds: undefined,
      cli: undefined,
    });
  });

  it('name single benchmarks, which keep their order', () => {
    expect(parseArguments(['e', 'b', '--quick', '--rounds', '3', '--cli', 'bin.js'])).toEqual({
      letters: ['b', 'e'],
      quick: true,
      write: false,
      rounds: 3,
      cli: 'bin.js',
    });
  });

  it.each([
    [['f'], '"f" is no benchmark: choose from a, b, c, d, e'],
    [['--rounds', '0'], '--rounds must be an integer from 1, not "0"'],
    [['--rounds', 'many'], '--rounds must be an integer from 1, not "many"'],
    [['--write', 'a'], '--write replaces the whole page'],
    [['--write', '--quick'], '--write replaces the whole page'],
  ])('%j are refused', (given, message) => {
    expect(() => parseArguments(given)).toThrow(message);
  });
});
