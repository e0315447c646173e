import { describe, expect, it } from 'vitest';
import { all, bodyOf, bytesOf, gzipped, LIMITS, TXT, withLists } from './support/lists.ts';

describe('a gzip body', () => {
  it('that is cut short keeps what came, and goes on plain', async () => {
    await withLists('cut-short', async (lists) => {
      lists.begin('r', TXT);
      const packed = await gzipped(bytesOf('t-1\nt-2\n'));
      const body = bodyOf([packed.subarray(0, packed.length - 4)]);
      await expect(lists.append('r', { offset: 0, body, isLast: true }, LIMITS)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        problem: 'cut-short',
      });
      const offset = lists.standing('r')?.offset ?? 0;
      const rest = bodyOf([bytesOf('t-1\nt-2\n').subarray(offset)]);
      await lists.append('r', { offset, body: rest, isLast: true }, LIMITS);
      await lists.settle('r');
      expect(await all(lists.source('r'))).toEqual(['t-1', 't-2']);
    });
  });

  it.each([
    { what: 'whose checksum is another', at: -8 },
    { what: 'whose data is damaged', at: 12 },
  ])('$what leaves nothing of its part', async ({ what, at }) => {
    await withLists(what, async (lists) => {
      lists.begin('r', TXT);
      await lists.append('r', { offset: 0, body: bodyOf([bytesOf('t-0\n')]), isLast: false }, LIMITS);
      const packed = await gzipped(bytesOf(numbered(200_000)));
      const place = at < 0 ? packed.length + at : at;
      packed[place] = (packed[place] ?? 0) ^ 0xff;
      await expect(
        lists.append('r', { offset: 4, body: bodyOf([packed]), isLast: true }, LIMITS),
      ).rejects.toMatchObject({ code: 'INVALID_INPUT', problem: 'damaged' });
      expect(lists.standing('r')).toEqual({
        offset: 4,
        complete: false,
        underWay: false,
        totals: { read: 1, malformed: 0 },
      });
    });
  });

  it('that something follows is refused', async () => {
    await withLists('trailing', async (lists) => {
      lists.begin('r', TXT);
      const packed = await gzipped(bytesOf('t-1\n'));
      const body = bodyOf([packed, bytesOf('garbage')]);
      await expect(lists.append('r', { offset: 0, body, isLast: true }, LIMITS)).rejects.toMatchObject({
        problem: 'damaged',
      });
    });
  });

  it('that is a bomb stops at the limit of bytes', async () => {
    await withLists('bomb', async (lists) => {
      lists.begin('r', TXT);
      // 100 MB of line feeds in some 100 KB
      const bomb = await gzipped(new Uint8Array(100_000_000).fill(0x0a));
      expect(bomb.length).toBeLessThan(125_000);
      let taken = 0;
      const pieces = Array.from({ length: Math.ceil(bomb.length / 1000) }, (_, at) =>
        bomb.subarray(1000 * at, 1000 * at + 1000),
      );
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(pieces[taken] ?? new Uint8Array(1));
          taken += 1;
        },
      });
      await expect(
        lists.append('r', { offset: 0, body, isLast: true }, { bytes: 5_000_000, targets: 10 }),
      ).rejects.toMatchObject({ code: 'INVALID_INPUT', limit: 'bytes', most: 5_000_000 });
      // The decompressor was given 32 KiB of it
      expect(taken).toBeLessThan(40);
    });
  });
});

describe('a list', () => {
  it('of more targets than allowed is refused, and says what is allowed', async () => {
    await withLists('too-many', async (lists) => {
      lists.begin('r', TXT);
      const body = bodyOf([bytesOf('a\nb\nc\n')]);
      await expect(
        lists.append('r', { offset: 0, body, isLast: true }, { bytes: 100, targets: 2 }),
      ).rejects.toThrow(
        'upload: the list has more than 2 targets, which is the most that this gateway takes.',
      );
    });
  });

  it('may hold a line of 1 MiB, and none that is longer', async () => {
    await withLists('long-line', async (lists) => {
      const line = 'x'.repeat(1024 * 1024);
      lists.begin('r', TXT);
      await lists.append('r', { offset: 0, body: bodyOf([bytesOf(`a\n${line}\n`)]), isLast: true }, LIMITS);
      await lists.settle('r');
      expect((await all(lists.source('r'))).map(({ length }) => length)).toEqual([1, 1_048_576]);
      lists.begin('r', TXT);
      const body = bodyOf([bytesOf(`a\n${line}x\n`)]);
      await expect(lists.append('r', { offset: 0, body, isLast: true }, LIMITS)).rejects.toThrow(
        'upload, line 2: more than 1 MiB without an end',
      );
    });
  });

  it('in UTF-16 is refused', async () => {
    await withLists('utf-16', async (lists) => {
      lists.begin('r', TXT);
      const body = bodyOf([Uint8Array.of(0xff, 0xfe, 0x61, 0x00)]);
      await expect(lists.append('r', { offset: 0, body, isLast: true }, LIMITS)).rejects.toThrow(
        'upload: this is UTF-16. Save it as UTF-8.',
      );
    });
  });

  it('of objects without the field is not complete', async () => {
    await withLists('no-field', async (lists) => {
      lists.begin('r', { format: 'ndjson', field: 'token', dedupe: true });
      const body = bodyOf([bytesOf('{"user":"t-1"}\n')]);
      await expect(lists.append('r', { offset: 0, body, isLast: true }, LIMITS)).rejects.toThrow(
        'upload: no object has a field "token". Name the one of the targets with the query parameter "field". The fields of the first are "user".',
      );
      expect(lists.standing('r')?.complete).toBe(false);
    });
  });

  it('of which a page is no longer what it was gives no targets', async () => {
    await withLists('damaged', async (lists, { sql }) => {
      lists.begin('r', TXT);
      await lists.append('r', { offset: 0, body: bodyOf([bytesOf('a\nb\n')]), isLast: true }, LIMITS);
      await lists.settle('r');
      sql.exec('UPDATE list_lines SET lines = ?', bytesOf('a\nc\n').buffer);
      await expect(all(lists.source('r'))).rejects.toMatchObject({ code: 'LEDGER', problem: 'damaged' });
    });
  });

  it('that is removed while it is read ends as forgotten', async () => {
    await withLists('removed', async (lists, { sql }) => {
      lists.begin('r', TXT);
      await lists.append(
        'r',
        { offset: 0, body: bodyOf([bytesOf(numbered(200_000))]), isLast: true },
        LIMITS,
      );
      await lists.settle('r');
      const reading = lists.source('r').read()[Symbol.asyncIterator]();
      await reading.next();
      lists.remove('r');
      const rest = async (): Promise<void> => {
        while (!(await reading.next()).done);
      };
      await expect(rest()).rejects.toMatchObject({ code: 'LEDGER', problem: 'forgotten' });
      expect(lists.standing('r')).toBeUndefined();
      for (const table of ['lists', 'list_pages', 'list_lines', 'list_hashes'])
        expect(sql.exec(`SELECT COUNT(*) AS rows FROM ${table}`).one()).toEqual({ rows: 0 });
    });
  });
});

const numbered = (count: number): string =>
  Array.from({ length: count }, (_, at) => `token-${at}\n`).join('');
