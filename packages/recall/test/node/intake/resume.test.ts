import { createHash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { FileFacts } from '../../../src/summary/facts.ts';
import type { OpenInputOptions } from '../../../src/node/index.ts';
import { opened, readAll } from './support/read-input.ts';
import { file, temporaryDirectory } from './support/temporary.ts';

const digest = (content: string): string => createHash('sha256').update(content).digest('hex');

const REMEDY =
  'A recall goes on only with the same list. Put the old file back, or start a new recall with --again.';

async function factsOf(options: Partial<OpenInputOptions>): Promise<readonly FileFacts[]> {
  const input = await opened(options);
  return input.facts.files;
}

describe('the facts of an input', () => {
  it('are what the record of a recall holds', async () => {
    const csv = await file('users.csv', 'id,push\n1,a\n2,b c\n3,a\n');
    const input = await opened({ files: [{ path: csv, column: 'push' }], tokens: ['a', 'd'], dedupe: true });
    expect(input.facts).toEqual({
      files: [
        {
          path: csv,
          format: 'csv',
          column: 'push',
          gzip: false,
          bytes: 22,
          digest: digest('id,push\n1,a\n2,b c\n3,a\n'),
          read: 3,
          malformed: 1,
          duplicate: 1,
        },
        {
          path: '--token',
          format: 'json',
          gzip: false,
          bytes: 9,
          digest: digest('["a","d"]'),
          read: 2,
          malformed: 0,
          duplicate: 1,
        },
      ],
      dedupe: true,
      totals: { read: 5, malformed: 1, duplicate: 2 },
    });
  });

  it('do not say where something lies on this machine', async () => {
    const input = await opened({ files: [{ path: '-' }], stdin: Readable.from([Buffer.from('a\n')]) });
    expect(input.files[0]?.spool).toMatch(/input-/);
    expect(input.facts.files[0]).not.toHaveProperty('spool');
  });
});

describe('an input that is expected to be the same', () => {
  it('may be it', async () => {
    const path = await file('tokens.txt', 'a\nb\na\n');
    const options = { files: [{ path }], tokens: ['c', 'a'] };
    const expected = await factsOf(options);
    const input = await opened({ ...options, expected });
    expect(await readAll(input.source)).toMatchObject({ targets: ['a', 'b', 'c'], duplicate: 2 });
  });

  it('may have been moved', async () => {
    const expected = await factsOf({ files: [{ path: await file('one.txt', 'a\n') }] });
    await expect(
      opened({ files: [{ path: await file('two.txt', 'a\n') }], expected }),
    ).resolves.toBeDefined();
  });

  it.each([
    ['a\nb\nc\n', 'it has 6 bytes, and had 4 when the recall began'],
    [
      'a\nc\n',
      `its content is not what it was when the recall began (SHA-256 ${digest('a\nc\n')}, and was ${digest('a\nb\n')})`,
    ],
  ])('is refused with another content: %j', async (content, what) => {
    const path = await file('tokens.txt', 'a\nb\n');
    const expected = await factsOf({ files: [{ path }] });
    await writeFile(path, content);
    await expect(opened({ files: [{ path }], expected })).rejects.toMatchObject({
      name: 'InputError',
      file: path,
      message: `${path}: ${what}. ${REMEDY}`,
    });
  });

  it('is refused where it is read in another way', async () => {
    const path = await file('users.csv', 'token,push\na,b\n');
    const expected = await factsOf({ files: [{ path }] });
    await expect(opened({ files: [{ path, column: 'push' }], expected })).rejects.toThrow(
      `${path}: it is read with the column push, and was with none when the recall began. ${REMEDY}`,
    );
  });

  it('is refused where duplicates are counted in another way', async () => {
    const path = await file('tokens.txt', 'a\na\n');
    const expected = await factsOf({ files: [{ path }], dedupe: true });
    await expect(opened({ files: [{ path }], dedupe: false, expected })).rejects.toThrow(
      `${path}: it holds 0 duplicates, and held 1 when the recall began. ${REMEDY}`,
    );
  });

  it('is refused where a list is missing, or is one too many', async () => {
    const one = { path: await file('one.txt', 'a\n') };
    const two = { path: await file('two.txt', 'b\n') };
    await expect(opened({ files: [one], expected: await factsOf({ files: [one, two] }) })).rejects.toThrow(
      `${two.path}: the recall began with this list, and now it is not named. ${REMEDY}`,
    );
    await expect(
      opened({ files: [one], tokens: ['c'], expected: await factsOf({ files: [one] }) }),
    ).rejects.toThrow(`--token: the recall began without this list. ${REMEDY}`);
  });
});

describe('a spool that is kept', () => {
  async function keptSpool(): Promise<{ spool: string; expected: readonly FileFacts[]; directory: string }> {
    const directory = await temporaryDirectory();
    const input = await opened({
      files: [{ path: '-', format: 'csv' }],
      stdin: Readable.from([Buffer.from('id,token\n1,a\n2,b\n')]),
      spoolDirectory: directory,
      keepSpool: true,
    });
    await input.close();
    const [name = ''] = await readdir(directory);
    const spool = join(directory, name);
    expect(input.files[0]?.spool).toBe(spool);
    return { spool, expected: input.facts.files, directory };
  }

  it('is read again by another process, in place of standard input, and stays', async () => {
    const { spool, expected, directory } = await keptSpool();
    const input = await opened({ files: [{ path: '-', format: 'csv', spool }], expected });
    expect(await readAll(input.source)).toMatchObject({ targets: ['a', 'b'], lines: [2, 3] });
    await input.close();
    expect(await readdir(directory)).toHaveLength(1);
  });

  it('is asked for where it is gone', async () => {
    const { spool, expected } = await keptSpool();
    await rm(spool);
    await expect(opened({ files: [{ path: '-', format: 'csv', spool }], expected })).rejects.toThrow(
      `standard input: what was kept of it in ${spool} cannot be read (ENOENT). A recall goes on only with the same list. Put that file back, or start a new recall with --again.`,
    );
  });

  it('is removed where the input was refused', async () => {
    const directory = await temporaryDirectory();
    await expect(
      opened({
        files: [{ path: '-', format: 'json' }],
        stdin: Readable.from([Buffer.from('{}')]),
        spoolDirectory: directory,
        keepSpool: true,
      }),
    ).rejects.toThrow('standard input, line 1: an object stands at the top');
    expect(await readdir(directory)).toEqual([]);
  });
});
