import { describe, expect, it } from 'vitest';
import { checkTarget } from '../../src/intake/check-target.ts';

describe('checkTarget', () => {
  it.each(['a', 'IQAAAACy0-_+/=:', '"', '日本', '😀', '\u200b', '\ufffd', 'a,b;c'])('takes %j', (text) => {
    expect(checkTarget(text)).toBeUndefined();
  });

  it.each([' a', 'a\t', '\r\na\n', '\u00a0a\u3000', '\ufeffa'])('looks past the blanks around %j', (text) => {
    expect(checkTarget(text)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    [' \t\r\n', 'empty'],
    ['a b', 'inner whitespace'],
    ['a\tb', 'inner whitespace'],
    ['a\nb', 'inner whitespace'],
    ['a\u00a0b', 'inner whitespace'],
    ['a\u3000b', 'inner whitespace'],
    ['a\u0000b', 'control character'],
    ['\u001b[31m', 'control character'],
    ['a\u007f', 'control character'],
    ['a\u0085b', 'control character'],
    ['\ud83d', 'invalid UTF-8'],
    ['a\ude00b', 'invalid UTF-8'],
  ])('calls %j %s', (text, reason) => {
    expect(checkTarget(text)).toBe(reason);
  });
});
