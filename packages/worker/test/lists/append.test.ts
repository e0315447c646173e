import { describe, expect, it } from 'vitest';
import { all, bodyOf, bytesOf, gzipped, LIMITS, linesOf, TXT, withLists } from './support/lists.ts';

describe('a list that comes in whole', () => {
  it('is read with its byte order mark, blank lines, quotation marks and ends of lines of either kind', async () => {
    await withLists('whole', async (lists) => {
      lists.begin('r', TXT);
      const body = bodyOf([bytesOf('\uFEFFt-1\r\n\n "t-2" \nä b\nt-1\nt-ü')]);
      const standing = await lists.append('r', { offset: 0, body, isLast: true }, LIMITS);
      expect(standing).toEqual({
        offset: 30,
        complete: true,
        underWay: false,
        totals: { read: 5, malformed: 1 },
      });
      const { facts, firstMalformed } = await lists.settle('r');
      expect(facts).toEqual({
        files: [
          {
            path: 'upload',
            format: 'txt',
            gzip: false,
            bytes: 30,
            // printf '\xef\xbb\xbft-1\r\n\n "t-2" \nä b\nt-1\nt-ü' | sha256sum
            digest: 'de5d650ff2fe5141f262f81e17a19e96f5eaa8c5d4d331f7b2365bd3f7cf29ff',
            read: 5,
            malformed: 1,
            duplicate: 1,
          },
        ],
        dedupe: true,
        totals: { read: 5, malformed: 1, duplicate: 1 },
      });
      expect(firstMalformed).toEqual([
        { reason: 'inner whitespace', text: 'ä b', place: { file: 'upload', line: 4 } },
      ]);
      const source = lists.source('r');
      expect(source.totals).toEqual({ read: 5, malformed: 1, duplicate: 1 });
      expect(await all(source)).toEqual(['t-1', 't-2', 't-ü']);
      expect(await linesOf(source)).toEqual([1, 3, 6]);
    });
  });

  it('keeps duplicates where they are wanted', async () => {
    await withLists('duplicates', async (lists) => {
      lists.begin('r', { format: 'txt', dedupe: false });
      await lists.append('r', { offset: 0, body: bodyOf([bytesOf('a\nb\na\n')]), isLast: true }, LIMITS);
      expect((await lists.settle('r')).facts.totals).toEqual({ read: 3, malformed: 0, duplicate: 0 });
      expect(await all(lists.source('r'))).toEqual(['a', 'b', 'a']);
    });
  });

  it('is NDJSON of strings and of objects with a field', async () => {
    await withLists('ndjson', async (lists) => {
      lists.begin('r', { format: 'ndjson', field: 'user.token', dedupe: true });
      const text = '"t-1"\n{"user":{"token":"t-2"}}\n7\n{"user":{"token":"t-1"}}\n';
      const body = bodyOf([bytesOf(text)]);
      await lists.append('r', { offset: 0, body, isLast: true }, LIMITS);
      const { facts, firstMalformed } = await lists.settle('r');
      expect(facts.totals).toEqual({ read: 4, malformed: 1, duplicate: 1 });
      expect(firstMalformed).toEqual([
        { reason: 'not a string', text: '7', place: { file: 'upload', line: 3 } },
      ]);
      expect(await all(lists.source('r'))).toEqual(['t-1', 't-2']);
    });
  });

  it('is unpacked where it is gzip, in whatever pieces it comes', async () => {
    await withLists('gzip', async (lists) => {
      const packed = await gzipped(bytesOf('t-1\nt-2\n'));
      lists.begin('r', TXT);
      const body = bodyOf(Array.from(packed, (byte) => Uint8Array.of(byte)));
      const standing = await lists.append('r', { offset: 0, body, isLast: true }, LIMITS);
      expect(standing.offset).toBe(8);
      await lists.settle('r');
      expect(await all(lists.source('r'))).toEqual(['t-1', 't-2']);
    });
  });
});

describe('a list that comes in parts', () => {
  it('goes on at the end of the last whole line', async () => {
    await withLists('parts', async (lists) => {
      lists.begin('r', TXT);
      const first = { offset: 0, body: bodyOf([bytesOf('t-1\nt-2\nt-')]), isLast: false };
      expect((await lists.append('r', first, LIMITS)).offset).toBe(8);
      const second = { offset: 8, body: bodyOf([await gzipped(bytesOf('t-3\nt-1'))]), isLast: true };
      expect(await lists.append('r', second, LIMITS)).toEqual({
        offset: 15,
        complete: true,
        underWay: false,
        totals: { read: 4, malformed: 0 },
      });
      await lists.settle('r');
      expect(await all(lists.source('r'))).toEqual(['t-1', 't-2', 't-3']);
      expect(await linesOf(lists.source('r'))).toEqual([1, 2, 3]);
    });
  });

  it('keeps the whole lines of a body that broke off', async () => {
    await withLists('broken', async (lists) => {
      lists.begin('r', TXT);
      const broken = { offset: 0, body: bodyOf([bytesOf('t-1\nt-2\nt-')], { breaks: true }), isLast: true };
      await expect(lists.append('r', broken, LIMITS)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        problem: 'broken-off',
      });
      expect(lists.standing('r')).toEqual({
        offset: 8,
        complete: false,
        underWay: false,
        totals: { read: 2, malformed: 0 },
      });
    });
  });

  it('takes no part that begins elsewhere, or comes while another does, or after the last', async () => {
    await withLists('conflicts', async (lists) => {
      lists.begin('r', TXT);
      const part = (offset: number, isLast = false) => ({ offset, body: bodyOf([bytesOf('t-1\n')]), isLast });
      await expect(lists.append('r', part(1), LIMITS)).rejects.toMatchObject({
        conflict: 'offset',
        offset: 0,
      });
      const coming = lists.append('r', part(0), LIMITS);
      expect(lists.standing('r')?.underWay).toBe(true);
      await expect(lists.append('r', part(0), LIMITS)).rejects.toMatchObject({ conflict: 'under-way' });
      await coming;
      await lists.append('r', part(4, true), LIMITS);
      await expect(lists.append('r', part(8), LIMITS)).rejects.toMatchObject({
        conflict: 'complete',
        offset: 8,
      });
    });
  });

  it('may begin anew while it comes in, and then takes nothing more of the old one', async () => {
    await withLists('anew', async (lists) => {
      lists.begin('r', TXT);
      const old = lists.append('r', { offset: 0, body: bodyOf([bytesOf('old\n')]), isLast: true }, LIMITS);
      lists.begin('r', TXT);
      await expect(old).rejects.toMatchObject({ conflict: 'offset' });
      await lists.append('r', { offset: 0, body: bodyOf([bytesOf('new\n')]), isLast: true }, LIMITS);
      await lists.settle('r');
      expect(await all(lists.source('r'))).toEqual(['new']);
    });
  });

  it('counts as broken off where nothing comes for too long', async () => {
    await withLists(
      'silent',
      async (lists) => {
        lists.begin('r', TXT);
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => controller.enqueue(bytesOf('t-1\n')),
        });
        await expect(lists.append('r', { offset: 0, body, isLast: true }, LIMITS)).rejects.toMatchObject({
          problem: 'broken-off',
        });
        expect(lists.standing('r')?.offset).toBe(4);
      },
      { patienceMs: 40 },
    );
  });
});
