import { createHash } from 'node:crypto';
import { readdir, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { TargetChunk } from '../../../src/intake/target-source.ts';
import { opened, readAll } from './support/read-input.ts';
import { file, temporaryDirectory } from './support/temporary.ts';

async function filesOf(contents: Readonly<Record<string, string>>): Promise<string[]> {
  const directory = await temporaryDirectory();
  const paths: string[] = [];
  for (const [name, content] of Object.entries(contents)) {
    const path = join(directory, name);
    await writeFile(path, content);
    paths.push(path);
  }
  return paths;
}

async function placesOf(chunks: AsyncIterable<TargetChunk>): Promise<string[]> {
  const places: string[] = [];
  for await (const { targets, place } of chunks) {
    for (const [index, target] of targets.targets().entries()) {
      const at = place?.(index);
      places.push(`${target} ${at?.file}:${at?.line}`);
    }
  }
  return places;
}

/** Whether this process has the file open. */
async function isOpen(path: string): Promise<boolean> {
  const descriptors = await readdir('/proc/self/fd');
  const targets = await Promise.all(
    descriptors.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')),
  );
  return targets.includes(path);
}

describe('openInput', () => {
  it('reads the files in their order, and the single tokens after them', async () => {
    const [one = '', two = ''] = await filesOf({ 'z.txt': 'c\n\na\n', 'a.csv': 'id,token\n1,b\n' });
    const input = await opened({ files: [{ path: one }, { path: two }], tokens: ['d', ' e ', 'a'] });
    expect(await placesOf(input.source.read())).toEqual([
      `c ${one}:1`,
      `a ${one}:3`,
      `b ${two}:2`,
      'd --token:1',
      'e --token:2',
    ]);
    expect(input.tokens).toEqual({ read: 3, malformed: 0, duplicate: 1 });
  });

  it('says beforehand what it holds, file by file', async () => {
    const text = 'a\nb c\na\n';
    const ndjson = '"b"\n{"push":"a"}\n7\n';
    const [one = '', two = ''] = await filesOf({ 'one.txt': text, 'two.ndjson': ndjson });
    const input = await opened({
      files: [{ path: one }, { path: two, field: 'push' }],
      tokens: ['', 'b', 'c'],
    });
    const digest = (content: string): string => createHash('sha256').update(content).digest('hex');
    expect(input.files).toEqual([
      {
        path: one,
        format: 'txt',
        gzip: false,
        bytes: 8,
        digest: digest(text),
        read: 3,
        malformed: 1,
        duplicate: 1,
      },
      {
        path: two,
        format: 'ndjson',
        field: 'push',
        gzip: false,
        bytes: 19,
        digest: digest(ndjson),
        read: 3,
        malformed: 1,
        duplicate: 1,
      },
    ]);
    expect(input.tokens).toEqual({ read: 3, malformed: 1, duplicate: 1 });
    expect(input.source.totals).toEqual({ read: 9, malformed: 3, duplicate: 3 });
    expect(input.firstMalformed).toEqual([
      { reason: 'inner whitespace', text: 'b c', place: { file: one, line: 2 } },
      { reason: 'not a string', text: '7', place: { file: two, line: 3 } },
      { reason: 'empty', text: '', place: { file: '--token', line: 1 } },
    ]);
  });

  it('remembers the first ten malformed pieces, and counts them all', async () => {
    const [path = ''] = await filesOf({ 'tokens.txt': 'a b\n'.repeat(20_000) });
    const input = await opened({ files: [{ path }] });
    expect(input.source.totals.malformed).toBe(20_000);
    expect(input.firstMalformed.map(({ place }) => place?.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('drops in every reading what it found to be a duplicate in the first', async () => {
    const [one = '', two = ''] = await filesOf({ 'one.txt': 'a\nb\na\nx y\nc\n', 'two.txt': 'c\nd\nd\na\n' });
    const input = await opened({ files: [{ path: one }, { path: two }], dedupe: true });
    expect(input.source.totals).toEqual({ read: 9, malformed: 1, duplicate: 4 });
    for (let reading = 0; reading < 2; reading++) {
      expect(await readAll(input.source)).toEqual({
        targets: ['a', 'b', 'c', 'd'],
        lines: [1, 2, 5, 2],
        malformed: [[4, 'inner whitespace', 'x y']],
        duplicate: 4,
      });
    }
  });

  it('leaves duplicates in where it is told to', async () => {
    const [path = ''] = await filesOf({ 'one.txt': 'a\nb\na\n' });
    const input = await opened({ files: [{ path }, { path }], dedupe: false });
    expect(input.source.totals).toEqual({ read: 6, malformed: 0, duplicate: 0 });
    expect((await readAll(input.source)).targets).toEqual(['a', 'b', 'a', 'a', 'b', 'a']);
  });

  it('can be read twice at the same time', async () => {
    const [path = ''] = await filesOf({ 'one.txt': 'a\nb\na\n' });
    const { source } = await opened({ files: [{ path }] });
    const [one, other] = await Promise.all([readAll(source), readAll(source)]);
    expect(one.targets).toEqual(['a', 'b']);
    expect(other.targets).toEqual(['a', 'b']);
  });

  it.each([0, 1, 1000, 1001, 10_000])('reads %i tokens of 112 characters', async (count) => {
    const targets = Array.from(
      { length: count },
      (_, index) => `IQAAAACy${String(index).padStart(104, '0')}`,
    );
    const [path = ''] = await filesOf({ 'tokens.txt': targets.map((target) => `${target}\n`).join('') });
    const input = await opened({ files: [{ path }] });
    expect(input.source.totals).toEqual({ read: count, malformed: 0, duplicate: 0 });
    const { targets: read, lines } = await readAll(input.source);
    expect(read).toEqual(targets);
    expect(lines).toEqual(targets.map((_, index) => index + 1));
  });

  it('gives chunks of some thousands, however short the targets are', async () => {
    const [path = ''] = await filesOf({ 'tokens.txt': 'a\n'.repeat(300_000) });
    const input = await opened({ files: [{ path }], dedupe: false });
    let targets = 0;
    for await (const chunk of input.source.read()) {
      expect(chunk.targets.count).toBeLessThanOrEqual(4096);
      targets += chunk.targets.count;
    }
    expect(targets).toBe(300_000);
  });

  it('reads nothing at all', async () => {
    const input = await opened({});
    expect(input.source.totals).toEqual({ read: 0, malformed: 0, duplicate: 0 });
    expect(await readAll(input.source)).toEqual({ targets: [], lines: [], malformed: [], duplicate: 0 });
  });
});

describe('a reading that is left early', () => {
  it.skipIf(process.platform !== 'linux').each(['tokens.txt', 'tokens.txt.gz', 'tokens.csv.gz'])(
    'closes %s',
    async (name) => {
      const text = 'a\n'.repeat(1_000_000);
      const path = await file(name, name.endsWith('.gz') ? gzipSync(text) : text);
      const input = await opened({ files: [{ path }], dedupe: false });
      for await (const chunk of input.source.read()) {
        expect(await isOpen(path)).toBe(true);
        expect(chunk.targets.targets()[0]).toBe('a');
        break;
      }
      expect(await isOpen(path)).toBe(false);
    },
  );
});

describe('an abort', () => {
  const reason = new Error('stopped by hand');

  it('ends the first reading with its reason', async () => {
    const path = await file('tokens.txt', '');
    await expect(opened({ files: [{ path }], signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each(['tokens.txt', 'tokens.csv'])('ends a later reading of %s between two chunks', async (name) => {
    const path = await file(name, 'a\n'.repeat(1_000_000));
    const input = await opened({ files: [{ path }], dedupe: false });
    const controller = new AbortController();
    const chunks = input.source.read({ signal: controller.signal })[Symbol.asyncIterator]();
    await chunks.next();
    controller.abort(reason);
    await expect(chunks.next()).rejects.toBe(reason);
  });
});
