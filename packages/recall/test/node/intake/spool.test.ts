import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openInput } from '../../../src/node/index.ts';
import { opened, readAll } from './support/read-input.ts';
import { file, temporaryDirectory } from './support/temporary.ts';

const run = promisify(execFile);

const stdinOf = (...chunks: readonly (string | Buffer)[]): Readable =>
  Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

/** Where a spool does not lie yet. */
async function spoolDirectory(): Promise<string> {
  return join(await temporaryDirectory(), 'state/spool');
}

describe('standard input', () => {
  it('can be read as often as a file', async () => {
    const directory = await spoolDirectory();
    const input = await opened({
      files: [{ path: '-' }],
      stdin: stdinOf('a\nb', 'c\n', 'a\n'),
      spoolDirectory: directory,
    });
    const digest = createHash('sha256').update('a\nbc\na\n').digest('hex');
    const [name = ''] = await readdir(directory);
    expect(input.files).toEqual([
      {
        path: '-',
        format: 'txt',
        gzip: false,
        bytes: 7,
        digest,
        read: 3,
        malformed: 0,
        duplicate: 1,
        spool: join(directory, name),
      },
    ]);
    for (let reading = 0; reading < 2; reading++) {
      expect(await readAll(input.source)).toEqual({
        targets: ['a', 'bc'],
        lines: [1, 2],
        malformed: [],
        duplicate: 1,
      });
    }
  });

  it('takes a format, and is known to be compressed', async () => {
    const input = await opened({
      files: [{ path: '-', format: 'csv', column: 'push' }],
      stdin: stdinOf(gzipSync('id,push\n1,a\n')),
      spoolDirectory: await spoolDirectory(),
    });
    expect((await readAll(input.source)).targets).toEqual(['a']);
  });

  it.skipIf(process.platform === 'win32')('lies where only its owner can read it', async () => {
    const directory = await spoolDirectory();
    const input = await opened({ files: [{ path: '-' }], stdin: stdinOf('a\n'), spoolDirectory: directory });
    const [name = ''] = await readdir(directory);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, name))).mode & 0o777).toBe(0o600);
    await input.close();
  });

  it('is gone once the input is closed, and closing twice is no fault', async () => {
    const directory = await spoolDirectory();
    const input = await opened({ files: [{ path: '-' }], stdin: stdinOf('a\n'), spoolDirectory: directory });
    expect(await readdir(directory)).toHaveLength(1);
    await input.close();
    expect(await readdir(directory)).toEqual([]);
    await input.close();
    await expect(readAll(input.source)).rejects.toThrow('standard input: there is no such file.');
  });

  it('is gone at the end of an `await using`', async () => {
    const directory = await spoolDirectory();
    const input = await openInput({
      files: [{ path: '-' }],
      stdin: stdinOf('a\n'),
      dedupe: true,
      spoolDirectory: directory,
    });
    await input[Symbol.asyncDispose](); // what `await using` calls
    expect(await readdir(directory)).toEqual([]);
  });

  it('is gone after a failure, its own or that of another file', async () => {
    const directory = await spoolDirectory();
    const path = await file('tokens.json', '{}');
    await expect(
      opened({ files: [{ path: '-', format: 'json' }], stdin: stdinOf('{}'), spoolDirectory: directory }),
    ).rejects.toThrow('standard input, line 1: an object stands at the top');
    await expect(
      opened({ files: [{ path: '-' }, { path }], stdin: stdinOf('a\n'), spoolDirectory: directory }),
    ).rejects.toThrow(`${path}, line 1: an object stands at the top`);
    expect(await readdir(directory)).toEqual([]);
  });

  it('is gone after an abort, which does not wait for its end', async () => {
    const directory = await spoolDirectory();
    const controller = new AbortController();
    const endless = new Readable({ read: () => undefined });
    endless.push('a\n');
    const opening = opened({
      files: [{ path: '-' }],
      stdin: endless,
      spoolDirectory: directory,
      signal: controller.signal,
    });
    const reason = new Error('stopped by hand');
    setTimeout(() => controller.abort(reason), 20);
    await expect(opening).rejects.toBe(reason);
    expect(await readdir(directory)).toEqual([]);
  });

  it('cannot be named twice', async () => {
    await expect(opened({ files: [{ path: '-' }, { path: '-' }], stdin: stdinOf('a\n') })).rejects.toThrow(
      'standard input: it is named twice, and can be read only once. Name it once.',
    );
  });

  it('says where it could not be kept', async () => {
    const directory = join(await file('spool', ''), 'below');
    await expect(
      opened({ files: [{ path: '-' }], stdin: stdinOf('a\n'), spoolDirectory: directory }),
    ).rejects.toThrow(
      `standard input: it can be read only once, and keeping it in ${directory} failed (ENOTDIR). Nothing was sent. Make room there, or put it into a file and name that.`,
    );
  });
});

describe.skipIf(process.platform === 'win32')('a pipe with a name', () => {
  it('is spooled like standard input, and keeps its name', async () => {
    const pipe = join(await temporaryDirectory(), 'tokens.csv');
    await run('mkfifo', [pipe]);
    await chmod(pipe, 0o600);
    const directory = await spoolDirectory();
    const [input] = await Promise.all([
      opened({ files: [{ path: pipe }], spoolDirectory: directory }),
      writeFile(pipe, 'id,token\n1,a\n2,b\n'),
    ]);
    expect(input.files[0]).toMatchObject({ path: pipe, format: 'csv', bytes: 17, read: 2 });
    expect(await readAll(input.source)).toMatchObject({ targets: ['a', 'b'], lines: [2, 3] });
    await input.close();
    expect(await readdir(directory)).toEqual([]);
  });
});
