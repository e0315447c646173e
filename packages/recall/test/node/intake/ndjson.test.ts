import { describe, expect, it } from 'vitest';
import { errorOf, readOne } from './support/read-input.ts';

describe('an NDJSON file', () => {
  it('holds a string a line', async () => {
    expect(await readOne('tokens.ndjson', '"a"\n"b\\u00e9"\n"\\"c\\""\n')).toEqual({
      targets: ['a', 'bé', '"c"'],
      lines: [1, 2, 3],
      malformed: [],
      duplicate: 0,
    });
  });

  it.each(['token', 'pushToken', 'push_token', 'target', 'targetId'])(
    'holds an object a line, and is read from the field %s unasked',
    async (name) => {
      const content = `{"id":1,"${name}":"a"}\n{"id":2,"${name}":"b"}\n`;
      expect((await readOne('users.jsonl', content)).targets).toEqual(['a', 'b']);
    },
  );

  it('is read from the field that is named, wherever it lies', async () => {
    const content = '{"token":"x","user":{"devices":[{"push":"a"}]},"user.devices":"b","":"c"}\n';
    expect((await readOne('users.ndjson', content, { field: 'user.devices.0.push' })).targets).toEqual(['a']);
    expect((await readOne('users.ndjson', content, { field: 'user.devices' })).targets).toEqual(['b']);
    expect((await readOne('users.ndjson', content, { field: '' })).targets).toEqual(['c']);
  });

  it.each([
    ['no last newline', '"a"\n{"token":"b"}'],
    ['CRLF', '"a"\r\n{"token":"b"}\r\n'],
    ['a byte order mark', '\ufeff"a"\n{"token":"b"}\n'],
    ['blanks around', ' "a"\t\n  { "token" : " b " }  \n'],
  ])('is read the same with %s', async (_, content) => {
    expect(await readOne('tokens.ndjson', content)).toEqual({
      targets: ['a', 'b'],
      lines: [1, 2],
      malformed: [],
      duplicate: 0,
    });
  });

  it('has 0 targets with nothing or blank lines in it', async () => {
    expect((await readOne('tokens.ndjson', '')).targets).toEqual([]);
    expect((await readOne('tokens.ndjson', '\n \r\n\n')).targets).toEqual([]);
  });

  it('says of each malformed value where it is and why', async () => {
    const content = Buffer.concat([
      Buffer.from(
        '\n""\n" "\n"b c"\n"d\\u0000"\n7\nnull\n["e"]\n{"token":8}\n{"id":9}\n"\\ud800"\n{"note":"',
      ),
      Buffer.from([0xe9, 0x22]), // é in Latin-1, in another field, where it does not matter
      Buffer.from(',"token":"f"}\n{"token":"g'),
      Buffer.from([0xe9]),
      Buffer.from('"}\n'),
    ]);
    expect(await readOne('users.ndjson', content)).toEqual({
      targets: ['f'],
      lines: [12],
      malformed: [
        [2, 'empty', ''],
        [3, 'empty', ' '],
        [4, 'inner whitespace', 'b c'],
        [5, 'control character', 'd\u0000'],
        [6, 'not a string', '7'],
        [7, 'not a string', 'null'],
        [8, 'not a string', '["e"]'],
        [9, 'not a string', '8'],
        [10, 'no field "token"', '{"id":9}'],
        [11, 'invalid UTF-8', '\ud800'],
        [13, 'invalid UTF-8', 'g\udce9'],
      ],
      duplicate: 0,
    });
  });

  it('says which field an object lacks, of those before the first that has one that there is none', async () => {
    const content = '{"tok":"x"}\n{"token":"a"}\n{"tok":"y"}\n{"token":{}}\n';
    expect((await readOne('users.ndjson', content)).malformed).toEqual([
      [1, 'no field of a target', '{"tok":"x"}'],
      [3, 'no field "token"', '{"tok":"y"}'],
      [4, 'not a string', '{}'],
    ]);
    const named = '{"user":{}}\n{"user":{"push":"a"}}\n';
    expect((await readOne('users.ndjson', named, { field: 'user.push' })).malformed).toEqual([
      [1, 'no field "user.push"', '{"user":{}}'],
    ]);
  });

  it('is refused where a line is not JSON, without showing the line', async () => {
    for (const line of ['"IQAAAAtoken', 'IQAAAAtoken', '{"token":"IQAAAAtoken"} x', "'IQAAAAtoken'"]) {
      expect(await errorOf('tokens.ndjson', `"a"\n\n${line}\n"b"\n`)).toEqual({
        name: 'InputError',
        message:
          'FILE, line 3: this line is not JSON, and as ndjson each must be. If it is cut short, export the file again; one array over many lines is --format json, bare targets are --format txt.',
        line: 3,
      });
    }
  });

  it('is refused where no object has the field', async () => {
    expect((await errorOf('users.ndjson', '{"id":1,"name":"Ann"}\n{"id":2}\n')).message).toBe(
      'FILE: no object has a field that targets go by. Name the one of the targets with --field. The fields of the first are "id", "name".',
    );
    expect((await errorOf('users.ndjson', '{"id":1}\n', { field: 'user.token' })).message).toBe(
      'FILE: no object has a field "user.token". Name the one of the targets with --field. The fields of the first are "id".',
    );
  });

  it('is refused where an object has several of the usual fields', async () => {
    expect(await errorOf('users.ndjson', '{"id":1}\n{"token":"a","target":"b"}\n')).toEqual({
      name: 'InputError',
      message:
        'FILE, line 2: targets go by several of its fields. Name one with --field. They are "token", "target".',
      line: 2,
    });
  });

  it('takes no field from what every object has', async () => {
    for (const field of ['constructor', '__proto__', 'id.length']) {
      const { message } = await errorOf('users.ndjson', '{"id":"1"}\n', { field });
      expect(message).toMatch(`FILE: no object has a field "${field}".`);
    }
  });
});
