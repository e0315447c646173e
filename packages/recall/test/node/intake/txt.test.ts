import { describe, expect, it } from 'vitest';
import { errorOf, readOne } from './support/read-input.ts';

describe('a text file', () => {
  it('holds a target a line', async () => {
    expect(await readOne('tokens.txt', 'a\nb\nc\n')).toEqual({
      targets: ['a', 'b', 'c'],
      lines: [1, 2, 3],
      malformed: [],
      duplicate: 0,
    });
  });

  it.each([
    ['no last newline', 'a\nb'],
    ['CRLF', 'a\r\nb\r\n'],
    ['CRLF and no last one', 'a\r\nb'],
    ['both line endings', 'a\r\nb\n'],
    ['a byte order mark', '\ufeffa\nb\n'],
    ['spaces and tabs around', ' a\t\n\t b  \n'],
    ['quotation marks around', '"a"\n"b"\n'],
    ['blanks around the marks, and within', ' "a" \n" b"\r\n'],
    ['a byte order mark within, as of files joined', 'a\n\ufeffb\n'],
    ['no-break spaces around', '\u00a0a\nb\u3000\n'],
  ])('is read the same with %s', async (_, content) => {
    expect(await readOne('tokens.txt', content)).toEqual({
      targets: ['a', 'b'],
      lines: [1, 2],
      malformed: [],
      duplicate: 0,
    });
  });

  it.each([
    ['nothing', ''],
    ['a newline', '\n'],
    ['blank lines', ' \n\t\r\n\n'],
    ['a byte order mark', '\ufeff'],
  ])('has 0 targets with %s in it', async (_, content) => {
    expect(await readOne('tokens.txt', content)).toEqual({
      targets: [],
      lines: [],
      malformed: [],
      duplicate: 0,
    });
  });

  it('does not count blank lines, but their numbers', async () => {
    expect(await readOne('tokens.txt', '\n\na\n  \nb\n\n')).toEqual({
      targets: ['a', 'b'],
      lines: [3, 5],
      malformed: [],
      duplicate: 0,
    });
  });

  it('keeps every character of a target that is not around it', async () => {
    const targets = ['a"b', '"', 'a,b', "'a'", '{"token":"a"}', '日本', '😀', 'à', '\ufffd', '"a'];
    expect((await readOne('tokens.txt', targets.join('\n'))).targets).toEqual(targets);
  });

  it('takes one pair of quotation marks off, and only a pair', async () => {
    expect((await readOne('tokens.txt', '""a""\n"a\na"\n"\n')).targets).toEqual(['"a"', '"a', 'a"', '"']);
  });

  it('says of each malformed line where it is and why', async () => {
    const content = Buffer.concat([
      Buffer.from('a\n""\n"  "\nb c\nd\u0000\n'),
      Buffer.from([0x65, 0xff, 0x0a]), // e, a byte that UTF-8 never has
      Buffer.from([0xc3, 0x0a]), // the first half of a character
      Buffer.from('f\n'),
    ]);
    expect(await readOne('tokens.txt', content)).toEqual({
      targets: ['a', 'f'],
      lines: [1, 8],
      malformed: [
        [2, 'empty', ''],
        [3, 'empty', '  '],
        [4, 'inner whitespace', 'b c'],
        [5, 'control character', 'd\u0000'],
        [6, 'invalid UTF-8', 'e\u00ff'],
        [7, 'invalid UTF-8', '\u00c3'],
      ],
      duplicate: 0,
    });
  });

  it('may be binary: its lines are malformed', async () => {
    const { targets, malformed } = await readOne('tokens.bin', Buffer.from([0, 1, 2, 0x0a, 0x7f, 0x45]));
    expect(targets).toEqual([]);
    expect(malformed.map(([line, reason]) => [line, reason])).toEqual([
      [1, 'control character'],
      [2, 'control character'],
    ]);
  });

  it('is whole where a character is cut by the end of a block', async () => {
    // 122 bytes a line, and 256 KiB mod 122 is 88: the first block ends one byte into the 30th character
    const targets = Array.from({ length: 10_000 }, (_, index) => `${'日'.repeat(38)}${10_000 + index}é`);
    const { targets: read, malformed } = await readOne('tokens.txt', targets.join('\n'));
    expect(malformed).toEqual([]);
    expect(read).toEqual(targets);
  });

  it('can have lines of 1 MiB, and none longer', async () => {
    const longest = 'a'.repeat(1024 * 1024);
    expect((await readOne('tokens.txt', `b\n${longest}\nc`)).targets).toEqual(['b', longest, 'c']);
    for (const content of [`b\n${longest}a\nc`, `b\n${longest}a`]) {
      expect(await errorOf('tokens.txt', content)).toEqual({
        name: 'InputError',
        message:
          'FILE, line 2: more than 1 MiB without an end, so this is no list of targets. Check the file, and name its format with --format if it is not what its name says.',
        line: 2,
      });
    }
  });

  it.each([
    ['little', Buffer.from('\ufeffa\n', 'utf16le')],
    ['big', Buffer.from('\ufeffa\n', 'utf16le').swap16()],
  ])('is refused in UTF-16, %s endian', async (_, content) => {
    expect((await errorOf('tokens.txt', content)).message).toBe('FILE: this is UTF-16. Save it as UTF-8.');
  });
});

describe('a text file of several blocks', () => {
  const tokens = Array.from({ length: 30_000 }, (_, index) => `IQAAAACy-${index}!#[]~`);

  it.each(['\n', '\r\n', '\n\n', '\r\n\r\n\r\n'])(
    'is read the same with %j behind each target',
    async (end) => {
      const lines = end.split('\n').length - 1;
      expect(await readOne('tokens.txt', tokens.map((token) => token + end).join(''))).toEqual({
        targets: tokens,
        lines: tokens.map((_, index) => 1 + lines * index),
        malformed: [],
        duplicate: 0,
      });
    },
  );

  it.each([
    ['a quotation mark', 'a"b', 'a"b'],
    ['a backslash', 'a\\b', 'a\\b'],
    ['another character', '日本', '日本'],
    ['blanks around it', '\ta ', 'a'],
    ['marks around it', '"a"', 'a'],
    ['a carriage return in front', '\ra', 'a'],
  ])('may have a target with %s in any of them', async (_, line, target) => {
    for (const at of [0, 12_345, 29_999]) {
      const content = tokens.with(at, line).join('\n');
      expect(await readOne('tokens.txt', content)).toEqual({
        targets: tokens.with(at, target),
        lines: tokens.map((__, index) => index + 1),
        malformed: [],
        duplicate: 0,
      });
    }
  });

  it.each([
    ['a\rb', 'inner whitespace'],
    ['a b', 'inner whitespace'],
    ['a\u0001b', 'control character'],
    ['a\u007f', 'control character'],
  ])('may have %j in any of them', async (line, reason) => {
    for (const at of [0, 12_345, 29_999]) {
      const { targets, lines, malformed } = await readOne('tokens.txt', tokens.with(at, line).join('\n'));
      expect(malformed).toEqual([[at + 1, reason, line]]);
      expect(targets).toEqual(tokens.toSpliced(at, 1));
      expect(lines).toEqual(tokens.map((_, index) => index + 1).toSpliced(at, 1));
    }
  });
});
