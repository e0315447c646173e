import { describe, expect, it } from 'vitest';
import { padTo, textWidth, widthOf } from '../../src/terminal/width.ts';
import { wrap } from '../../src/terminal/wrap.ts';

describe('the width of a text', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['推送', 4],
    ['a，b', 4],
    ['ｆｕｌｌ', 8],
    ['😀!', 3],
  ])('of %j is %d columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is what padding fills up', () => {
    expect(padTo('涉及', 6)).toBe('涉及  ');
    expect(padTo('toolong', 3)).toBe('toolong');
  });

  it('of a screen is used from 40 to 100 columns', () => {
    expect([undefined, 0, 10, 40, 77, 100, 300].map(textWidth)).toEqual([80, 80, 40, 40, 77, 100, 100]);
  });
});

describe('wrapping', () => {
  it('breaks at blanks', () => {
    expect(wrap('one two three', { width: 7 })).toBe('one two\nthree');
  });

  it('puts its indents before the lines, and counts them', () => {
    expect(wrap('one two three', { width: 9, first: '1. ', rest: '   ' })).toBe('1. one\n   two\n   three');
  });

  it('leaves a word whole that is longer than a line', () => {
    expect(wrap('see https://example.com/a/b ok', { width: 10 })).toBe('see\nhttps://example.com/a/b\nok');
  });

  it('breaks between Chinese characters, two columns each', () => {
    expect(wrap('一二三四五六', { width: 6 })).toBe('一二三\n四五六');
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrap('一二三，四', { width: 6 })).toBe('一二\n三，四');
    expect(wrap('一二（三）', { width: 6 })).toBe('一二\n（三）');
  });

  it('keeps blanks between Chinese and other words as they are', () => {
    expect(wrap('检查 JWT 的内容', { width: 80 })).toBe('检查 JWT 的内容');
    expect(wrap('检查JWT的内容', { width: 80 })).toBe('检查JWT的内容');
  });
});
