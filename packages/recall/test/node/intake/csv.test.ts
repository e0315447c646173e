import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../src/node/index.ts';
import { errorOf, readOne } from './support/read-input.ts';

describe('a CSV file', () => {
  it.each(['token', 'pushToken', 'push_token', 'target', 'targetId', 'Token', 'PUSH_TOKEN', ' token '])(
    'is read from the column %j unasked',
    async (name) => {
      expect(await readOne('users.csv', `id,${name},name\n1,a,Ann\n2,b,Ben\n`)).toEqual({
        targets: ['a', 'b'],
        lines: [2, 3],
        malformed: [],
        duplicate: 0,
      });
    },
  );

  it('is read from the column that is named', async () => {
    const content = 'token,device,2\na,b,c\n';
    expect((await readOne('users.csv', content, { column: 'device' })).targets).toEqual(['b']);
    expect((await readOne('users.csv', content, { column: '2' })).targets).toEqual(['c']);
  });

  it('is read from a position, without a header', async () => {
    for (const column of [2, '2']) {
      expect((await readOne('users.csv', '1,a\n2,b\n', { column })).targets).toEqual(['a', 'b']);
    }
  });

  it('is read from a position, after a header that names targets there', async () => {
    expect((await readOne('users.csv', 'id,token\n2,b\n', { column: 2 })).targets).toEqual(['b']);
  });

  it('needs no name with but one column', async () => {
    expect((await readOne('tokens.csv', 'token\na\nb\n')).targets).toEqual(['a', 'b']);
    expect((await readOne('tokens.csv', 'a\nb\n')).targets).toEqual(['a', 'b']);
  });

  it.each([
    ['no last newline', 'id,token\n1,a\n2,b'],
    ['CRLF', 'id,token\r\n1,a\r\n2,b\r\n'],
    ['both line endings', 'id,token\r\n1,a\n2,b\n'],
    ['a byte order mark', '\ufeffid,token\n1,a\n2,b\n'],
    ['quotation marks', '"id","token"\n"1","a"\n"2","b"\n'],
    ['blanks around', 'id,token\n1,a \n2, b\t\n'],
    ['a byte order mark and quotation marks', '\ufeff"id","token"\n1,a\n2,b\n'],
  ])('is read the same with %s', async (_, content) => {
    expect(await readOne('users.csv', content)).toEqual({
      targets: ['a', 'b'],
      lines: [2, 3],
      malformed: [],
      duplicate: 0,
    });
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n \r\n\n'],
    ['a header', 'id,token\n'],
    ['a header without an end', 'id,token'],
  ])('has 0 targets with %s in it', async (_, content) => {
    expect((await readOne('users.csv', content)).targets).toEqual([]);
  });

  it.each(['\n', '\r\n'])('may have commas, marks and line breaks in its cells (%j)', async (end) => {
    const content = [
      'note,token',
      `"one, ""two""${end}three${end}",a`,
      '',
      `four,"b,""c"""`,
      '  ',
      `"${end}${end}",d`,
      'five,e',
      '',
    ].join(end);
    expect(await readOne('users.csv', content)).toEqual({
      targets: ['a', 'b,"c"', 'd', 'e'],
      lines: [2, 6, 8, 11],
      malformed: [],
      duplicate: 0,
    });
  });

  it('says of each malformed cell where its row starts and why', async () => {
    const content = Buffer.concat([
      Buffer.from('note,token\n1,\n2,""\n3\n,\n"4\n",b c\n5,"d\ne"\n6,"'),
      Buffer.from([0xc3]), // the first half of a character
      Buffer.from('"\n'),
      Buffer.from([0xff]), // in another column, where it does not matter
      Buffer.from(',f\n'),
    ]);
    expect(await readOne('users.csv', content)).toEqual({
      targets: ['f'],
      lines: [11],
      malformed: [
        [2, 'empty', ''],
        [3, 'empty', ''],
        [4, 'empty', ''],
        [5, 'empty', ''],
        [6, 'inner whitespace', 'b c'],
        [8, 'inner whitespace', 'd\ne'],
        [10, 'invalid UTF-8', '\u00c3'],
      ],
      duplicate: 0,
    });
  });

  it('counts a quoted empty cell, but no blank line', async () => {
    expect(await readOne('tokens.csv', 'token\n""\n\na\n')).toEqual({
      targets: ['a'],
      lines: [4],
      malformed: [[2, 'empty', '']],
      duplicate: 0,
    });
  });

  it('is whole where a character is cut by the end of a block', async () => {
    const targets = Array.from({ length: 10_000 }, (_, index) => `${'日'.repeat(39)}à${index}`);
    const content = `note,token\n${targets.map((target, index) => `é${index},${target}`).join('\n')}`;
    const { targets: read, lines } = await readOne('users.csv', content);
    expect(read).toEqual(targets);
    expect(lines.at(-1)).toBe(10_001);
  });

  it.each<{ fault: string; content: string; options: Omit<InputFile, 'path'>; message: string }>([
    {
      fault: 'has no column of that name',
      content: 'id,name\n1,a\n',
      options: { column: 'token' },
      message:
        'FILE: there is no column "token". Name another one with --column. The columns are "id", "name".',
    },
    {
      fault: 'has no column there',
      content: 'id,name\n1,a\n',
      options: { column: 3 },
      message: 'FILE: there is no column 3. Positions are counted from 1. The columns are "id", "name".',
    },
    {
      fault: 'has no column 0',
      content: 'id,name\n1,a\n',
      options: { column: '0' },
      message: 'FILE: there is no column 0. Positions are counted from 1. The columns are "id", "name".',
    },
    {
      fault: 'has several columns, and none is known',
      content: 'id,name\n1,a\n',
      options: {},
      message:
        'FILE: there are several columns. Name the one of the targets with --column. The columns are "id", "name".',
    },
    {
      fault: 'has several columns that are known',
      content: 'token,target\n1,a\n',
      options: {},
      message:
        'FILE: there are several columns. Name the one of the targets with --column. The columns are "token", "target".',
    },
    {
      fault: 'has the name twice',
      content: 'a,b,a\n1,2,3\n',
      options: { column: 'a' },
      message:
        'FILE: there are 2 columns "a". Give the position with --column. The columns are "a", "b", "a".',
    },
    {
      fault: 'has no header, and whole tokens in its first row',
      content: `1,${'IQAAAACy0qFV'.repeat(9)}\n`,
      options: {},
      message:
        'FILE: there are several columns. Name the one of the targets with --column. The columns are "1", "IQAAAACy…".',
    },
  ])('is refused where it $fault', async ({ content, options, message }) => {
    expect(await errorOf('users.csv', content, options)).toEqual({
      name: 'InputError',
      message,
      line: undefined,
    });
  });

  it('shows the first twenty of its columns', async () => {
    const names = Array.from({ length: 23 }, (_, index) => `c${index}`);
    const { message } = await errorOf('users.csv', names.join());
    expect(message).toMatch(/The columns are "c0", "c1", .*, "c19" and 3 more\.$/);
  });

  it.each([
    {
      fault: 'a mark that is never closed',
      content: 'token\na\n\n"b\nc\n',
      line: 4,
      what: 'a quotation mark is opened here and never closed.',
    },
    {
      fault: 'a mark inside a cell',
      content: 'token\n"a\nb"\nc"d\n',
      line: 4,
      what: 'a quotation mark stands where CSV has none: a cell is quoted as a whole or not at all, and marks inside are doubled.',
    },
    {
      fault: 'more after the closing mark',
      content: 'token\n"a"b\n',
      line: 2,
      what: 'a quotation mark stands where CSV has none: a cell is quoted as a whole or not at all, and marks inside are doubled.',
    },
  ])('is refused with $fault, by the line of the row', async ({ content, line, what }) => {
    expect(await errorOf('tokens.csv', content)).toEqual({
      name: 'InputError',
      message: `FILE, line ${line}: ${what} Mend that line, or add --format txt if it is one target a line.`,
      line,
    });
  });

  it('is refused with a row of more than 1 MiB', async () => {
    const { message } = await errorOf('tokens.csv', `token\na\n"${'b\n'.repeat(600_000)}"\n`);
    expect(message).toMatch(/^FILE, line 3: more than 1 MiB without an end/);
  });
});

describe('a CSV file of several blocks', () => {
  const rows = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, index) => `${from + index},t${from + index},é\r\n`).join('');
  const header = 'id,token,note\r\n';

  it('is read the same whether a quotation mark stands in it early, late or never', async () => {
    const plain = await readOne('users.csv', header + rows(0, 60_000));
    expect(plain.targets).toEqual(Array.from({ length: 60_000 }, (_, index) => `t${index}`));
    expect(plain.lines).toEqual(Array.from({ length: 60_000 }, (_, index) => index + 2));
    for (const at of [0, 1, 30_000, 59_999]) {
      const quoted = `${at},"t${at}","é\r\n"\r\n`;
      const { targets, lines, malformed } = await readOne(
        'users.csv',
        header + rows(0, at) + quoted + rows(at + 1, 60_000),
      );
      expect(targets).toEqual(plain.targets);
      expect(lines).toEqual(plain.lines.map((line, index) => (index > at ? line + 1 : line)));
      expect(malformed).toEqual([]);
    }
  });

  it('keeps to the column when a quotation mark comes, and says the right line of a fault', async () => {
    const content = `${header}${rows(0, 60_000)}"a"b,c\r\n`;
    expect(await errorOf('users.csv', content)).toMatchObject({
      line: 60_002,
      message: expect.stringContaining('line 60002: a quotation mark stands where CSV has none') as string,
    });
  });

  it('may have cells that are no tokens, blank lines and short rows anywhere', async () => {
    const content = `\n \n${header}0, t0 ,\n\n1\n2,,x\n \t\n3,b c,\n4,é,\u00a0\n5,!\n`;
    expect(await readOne('users.csv', content)).toEqual({
      targets: ['t0', 'é', '!'],
      lines: [4, 10, 11],
      malformed: [
        [6, 'empty', ''],
        [7, 'empty', ''],
        [9, 'inner whitespace', 'b c'],
      ],
      duplicate: 0,
    });
  });

  it('with quotation marks is the same in the first reading as in the next, however long it is', async () => {
    // Lines of 128 bytes, so that blocks end where lines do, and tokens that differ in their last characters only
    const token = (index: number): string => `T${String(index).padStart(122, '0')}`;
    const rows = Array.from({ length: 9000 }, (_, index) => `"${token(index)}",\n`);
    const whole = await readOne('users.csv', `"token",x\n${rows.join('')}`);
    expect(whole.duplicate).toBe(0);
    expect(whole.targets).toHaveLength(9000);
    expect(whole.targets[8999]).toBe(token(8999));
    const uneven = Array.from({ length: 9000 }, (_, index) => `"${token(index)}","user ${index}"\r\n`);
    expect((await readOne('users.csv', `"token","user"\r\n${uneven.join('')}`)).targets).toHaveLength(9000);
  });
});
