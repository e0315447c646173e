import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { errorOf, opened, readAll, readOne } from './support/read-input.ts';
import { file } from './support/temporary.ts';

const both = { targets: ['a', 'b'], lines: [1, 2], malformed: [], duplicate: 0 };

describe('a compressed file', () => {
  it.each([
    ['tokens.txt.gz', 'a\nb\n'],
    ['tokens.TXT.GZ', 'a\nb\n'],
    ['tokens.txt', 'a\nb\n'],
    ['tokens.gz', 'a\nb\n'],
    ['tokens', '\ufeffa\r\nb'],
    ['tokens.constructor', 'a\nb\n'],
    ['tokens.csv.gz', 'a\nb\n'],
    ['tokens.ndjson.gz', '"a"\n"b"'],
    ['tokens.jsonl.gz', '"a"\n"b"'],
    ['tokens.json.gz', '["a",\n"b"]'],
  ])('is known by its content: %s', async (name, content) => {
    expect(await readOne(name, gzipSync(content))).toEqual(both);
  });

  it('may be plain, whatever its name says', async () => {
    expect(await readOne('tokens.txt.gz', 'a\nb\n')).toEqual(both);
    expect((await readOne('tokens.txt.gz', '')).targets).toEqual([]);
  });

  it('may have several members, cut anywhere, and zeroes behind', async () => {
    const members = [gzipSync('\ufeffa'), gzipSync(''), gzipSync('\n'), gzipSync('b\n'), Buffer.alloc(512)];
    expect(await readOne('tokens.txt.gz', Buffer.concat(members))).toEqual(both);
  });

  it('is digested and measured as it lies there', async () => {
    const content = gzipSync('a\nb\n');
    const path = await file('tokens.txt.gz', content);
    const input = await opened({ files: [{ path }] });
    expect(input.files).toEqual([
      {
        path,
        format: 'txt',
        gzip: true,
        bytes: content.length,
        digest: createHash('sha256').update(content).digest('hex'),
        read: 2,
        malformed: 0,
        duplicate: 0,
      },
    ]);
    expect(await readAll(input.source)).toEqual(both);
  });

  it.each([3, 15, 60_000])(
    'is refused where its last %i bytes are missing, or all but its first ones',
    async (cut) => {
      const lines = Array.from({ length: 20_000 }, (_, index) =>
        createHash('md5').update(`${index}`).digest('hex'),
      );
      const whole = gzipSync(lines.join('\n'));
      expect(await errorOf('tokens.txt.gz', whole.subarray(0, -cut))).toEqual({
        name: 'InputError',
        message:
          'FILE: the compressed file is cut short: it ends before its gzip data does. Nothing was sent. Copy or export it again.',
        line: undefined,
      });
      expect((await errorOf('tokens.txt.gz', whole.subarray(0, cut))).message).toMatch(/cut short/);
    },
  );

  it('is refused where it is damaged, or more stands behind it', async () => {
    const whole = gzipSync('a\nb\n');
    const damaged = Buffer.from(whole);
    damaged.writeUInt32LE(7, whole.length - 8); // the checksum
    const followed = Buffer.concat([whole, Buffer.from('c\n')]);
    for (const content of [damaged, followed, Buffer.from([0x1f, 0x8b, 0xff, 0xff, 0, 0])]) {
      expect((await errorOf('tokens.txt.gz', content)).message).toBe(
        'FILE: the compressed file is damaged: its gzip data does not hold. Nothing was sent. Copy or export it again.',
      );
    }
  });
});
