import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/intake/input-error.ts';
import { openInput } from '../../../src/node/index.ts';
import { errorOf } from './support/read-input.ts';
import { file, temporaryDirectory } from './support/temporary.ts';

async function messageFor(path: string): Promise<string> {
  const error: unknown = await openInput({
    files: [{ path }],
    dedupe: true,
    spoolDirectory: join(await temporaryDirectory(), 'spool'),
  }).catch((reason: unknown) => reason);
  if (!InputError.isInstance(error)) throw new TypeError(`no InputError: ${String(error)}`);
  expect(error.file).toBe(path);
  return error.message;
}

describe('a file that cannot be read', () => {
  it('may not be there', async () => {
    const path = join(await temporaryDirectory(), 'tokens.txt');
    expect(await messageFor(path)).toBe(`${path}: there is no such file. Check the path.`);
  });

  it('may lie below a file', async () => {
    const path = join(await file('tokens.txt', 'a\n'), 'more.txt');
    expect(await messageFor(path)).toBe(
      `${path}: a part of the path is a file, not a directory. Check the path.`,
    );
  });

  it('may be a directory', async () => {
    const path = await temporaryDirectory();
    expect(await messageFor(path)).toBe(
      `${path}: this is a directory. Name the files in it, one --tokens each.`,
    );
  });

  it.skipIf(process.platform === 'win32')('may be forbidden', async () => {
    const path = await file('tokens.txt', 'a\n');
    await chmod(path, 0o000);
    // The superuser may read everything, so a child asks who is nobody
    const child = join(import.meta.dirname, 'children/open-as-nobody.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--conditions=@unpush/source',
      child,
      path,
    ]);
    expect(stdout).toBe(
      `InputError ${path}: no permission to read it. Run as a user who may, or change its permissions.\n`,
    );
  });

  it('is named before anything is read, though it is the last one', async () => {
    const path = await file('tokens.txt', 'a\n');
    const missing = `${path}.missing`;
    await expect(
      openInput({ files: [{ path }, { path: missing }], dedupe: true, spoolDirectory: '/nowhere' }),
    ).rejects.toThrow(`${missing}: there is no such file. Check the path.`);
  });
});

describe('a format', () => {
  it('may not exist', async () => {
    expect((await errorOf('tokens.txt', 'a\n', { format: 'xml' })).message).toBe(
      'FILE: there is no format "xml". It is one of txt, csv, ndjson, json.',
    );
  });

  it('may have no columns', async () => {
    expect((await errorOf('tokens.txt', 'a\n', { column: 'token' })).message).toBe(
      'FILE: it is read as txt, which has no --column. If it is CSV, add --format csv; if not, leave --column out.',
    );
  });

  it('may have no fields', async () => {
    expect((await errorOf('tokens.csv', 'a\n', { field: 'token' })).message).toBe(
      'FILE: it is read as csv, which has no --field. If it is JSON, add --format json, or --format ndjson for one object a line; if not, leave --field out.',
    );
  });

  it('that is asked for comes before the one in the name', async () => {
    expect((await errorOf('tokens.txt', 'a\n', { format: 'json' })).message).toMatch(
      /^FILE, line 1: the file is not JSON/,
    );
  });
});
