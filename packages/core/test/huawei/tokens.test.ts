import { describe, expect, it } from 'vitest';
import { huaweiTokensSchema } from '@unpush/core';

const problems = (tokens: unknown): readonly string[] =>
  (huaweiTokensSchema.safeParse(tokens).error?.issues ?? []).map(
    ({ path, message }) => `${path.map(String).join('.')}: ${message}`,
  );

describe('huaweiTokensSchema', () => {
  it('takes tokens with quotes and characters of several bytes: their format is undocumented', () => {
    expect(problems(['a"b', '推送', "c'd"])).toEqual([]);
  });

  it.each([
    [[], [': must be 1 to 1000 tokens a request, but are 0: give at least one token']],
    [[''], ['0: must not be empty']],
    [['ok', ' '], ['1: must not hold white space or control characters, but … does: trim it']],
    [['abcdef\t'], ['0: must not hold white space or control characters, but ab… does: trim it']],
    [[7], ['0: must be a push token (a string), but is the number 7']],
    ['abc', [': must be an array of push tokens, but is the string "abc"']],
  ])('of %j says %j', (tokens, expected) => {
    expect(problems(tokens)).toEqual(expected);
  });

  it('says how many are too many', () => {
    expect(problems(Array.from({ length: 1001 }, () => 't'))).toEqual([
      ': must be 1 to 1000 tokens a request, but are 1001: divide them, or use a recall, which does so',
    ]);
  });
});
