import { describe, expect, it } from 'vitest';
import { errorOf, readOne } from './support/read-input.ts';

describe('a JSON file', () => {
  it('holds an array of strings, on one line or many', async () => {
    expect(await readOne('tokens.json', '["a","b\\u00e9","\\"c\\""]')).toEqual({
      targets: ['a', 'bé', '"c"'],
      lines: [1, 1, 1],
      malformed: [],
      duplicate: 0,
    });
    expect(await readOne('tokens.json', '[\r\n  "a",\r\n\r\n  "b"\r\n  , "c"]\r\n')).toEqual({
      targets: ['a', 'b', 'c'],
      lines: [2, 4, 5],
      malformed: [],
      duplicate: 0,
    });
  });

  it('holds an array of objects, each on the line where it starts', async () => {
    const content = '[\n{\n"id": 1,\n"token": "a"\n},\n{"id":2,"token":"b"}, {\n"token":"c"}\n]';
    expect(await readOne('users.json', content)).toEqual({
      targets: ['a', 'b', 'c'],
      lines: [2, 6, 6],
      malformed: [],
      duplicate: 0,
    });
  });

  it('is read from the field that is named, wherever it lies', async () => {
    const content = '[{"token":"x","user":{"devices":["a"]}}]';
    expect((await readOne('users.json', content, { field: 'user.devices.0' })).targets).toEqual(['a']);
  });

  it('may begin with a byte order mark', async () => {
    expect((await readOne('tokens.json', '\ufeff["a"]')).targets).toEqual(['a']);
  });

  it.each(['', ' \n', '[]', ' [ ] \n'])('has 0 targets as %j', async (content) => {
    expect((await readOne('tokens.json', content)).targets).toEqual([]);
  });

  it('says of each malformed element where it is and why', async () => {
    const content = Buffer.concat([
      Buffer.from(
        '["", " ",\n"b c","d\\u0001",\n7,null,true,["e"],\n{"token":8},{"id":9},\n"\\ud800",{"note":"',
      ),
      Buffer.from([0xe9, 0x22]), // é in Latin-1, in another field, where it does not matter
      Buffer.from(',"token":"f"},\n"g'),
      Buffer.from([0xe9]),
      Buffer.from('"]'),
    ]);
    expect(await readOne('users.json', content)).toEqual({
      targets: ['f'],
      lines: [5],
      malformed: [
        [1, 'empty', ''],
        [1, 'empty', ' '],
        [2, 'inner whitespace', 'b c'],
        [2, 'control character', 'd\u0001'],
        [3, 'not a string', '7'],
        [3, 'not a string', 'null'],
        [3, 'not a string', 'true'],
        [3, 'not a string', '["e"]'],
        [4, 'not a string', '8'],
        [4, 'no field "token"', '{"id":9}'],
        [5, 'invalid UTF-8', '\ud800'],
        [6, 'invalid UTF-8', 'g\udce9'],
      ],
      duplicate: 0,
    });
  });

  it('is whole where a character is cut by the end of a block', async () => {
    const targets = Array.from({ length: 10_000 }, (_, index) => `${'日'.repeat(38)}é${index}`);
    expect((await readOne('tokens.json', JSON.stringify(targets))).targets).toEqual(targets);
    const { targets: read, lines } = await readOne('tokens.json', JSON.stringify(targets, null, 2));
    expect(read).toEqual(targets);
    expect(lines.at(-1)).toBe(10_001);
  });

  it('is whole where a block ends amid bytes that are no UTF-8', async () => {
    const bad = Buffer.concat([Buffer.from('"'), Buffer.alloc(300_000, 0xe9), Buffer.from('"')]);
    const content = Buffer.concat([Buffer.from('["a",'), bad, Buffer.from(',"日"]')]);
    const { targets, malformed } = await readOne('tokens.json', content);
    expect(targets).toEqual(['a', '日']);
    expect(malformed.map(([, reason]) => reason)).toEqual(['invalid UTF-8']);
  });

  it.each([
    ['an object', '\n{"tokens":["a"]}', 2],
    ['a string', '"a"', 1],
    ['a number', ' 7', 1],
    ['null', 'null', 1],
  ])('is refused with %s at the top', async (what, content, line) => {
    expect(await errorOf('tokens.json', content)).toEqual({
      name: 'InputError',
      message: `FILE, line ${line}: ${what} stands at the top, where an array of targets must. If each line is a JSON value by itself, add --format ndjson.`,
      line,
    });
  });

  it.each([
    { fault: 'bare targets', content: 'IQAAAA\n', line: 1, byte: 0 },
    { fault: 'two strings without a comma', content: '["a"\n"b"]', line: 2, byte: 5 },
    { fault: 'a comma too many', content: '["a",]', line: 1, byte: 5 },
    { fault: 'a bare control character', content: '["a",\n"b\u0001"]', line: 2, byte: 4 },
    { fault: 'letters after the array', content: '["a"]\n日', line: 2, byte: 4 },
    { fault: 'more after the array', content: '["a"]\n["b"]', line: 2, byte: 4 },
  ])('is refused with $fault, by the place of it', async ({ content, line, byte }) => {
    expect(await errorOf('tokens.json', content)).toEqual({
      name: 'InputError',
      message: `FILE, line ${line}: the file is not JSON; the fault comes after byte ${byte}. Export it again, or name its format with --format if it is not JSON.`,
      line,
    });
  });

  it.each(['["a",\n"b"', '["a",\n"b', '["a",\n{"token":"b"'])('is refused cut short: %j', async (content) => {
    const { message, line } = await errorOf('tokens.json', content);
    expect(message).toMatch(/^FILE, line 2: the file ends before its JSON does, so it is cut short;/);
    expect(line).toBe(2);
  });

  it('is refused with an element of more than 1 MiB', async () => {
    const message = /^FILE, line 2: more than 1 MiB without an end/;
    const long = '日'.repeat(600_000);
    expect((await errorOf('tokens.json', `["a",\n"${long}"]`)).message).toMatch(message);
    expect((await errorOf('tokens.json', `["a",\n${'['.repeat(2_000_000)}`)).message).toMatch(message);
  });

  it('is refused where no object has the field', async () => {
    expect((await errorOf('users.json', '[{"id":1,"name":"Ann"}]')).message).toBe(
      'FILE: no object has a field that targets go by. Name the one of the targets with --field. The fields of the first are "id", "name".',
    );
  });
});
