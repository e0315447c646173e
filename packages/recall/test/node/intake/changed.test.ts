import { appendFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OpenFile } from '../../../src/node/intake/bytes/open-file.ts';
import { opened, readAll } from './support/read-input.ts';
import { file } from './support/temporary.ts';

const WHOLE_SECOND = new Date('2026-01-02T03:04:05Z');

/** Opens a file, lets something happen to it, and reads it. */
async function readAfter(
  happen: (path: string) => Promise<void>,
): Promise<{ path: string; reading: Promise<unknown> }> {
  const path = await file('tokens.txt', 'a\nb\n');
  await utimes(path, WHOLE_SECOND, WHOLE_SECOND);
  const input = await opened({ files: [{ path }] });
  await happen(path);
  return { path, reading: readAll(input.source) };
}

describe('a file that is read a second time', () => {
  it.each<[string, (path: string) => Promise<void>]>([
    ['has grown', (path) => appendFile(path, 'c\n')],
    ['was written at another time', (path) => utimes(path, WHOLE_SECOND, new Date('2026-01-02T03:04:06Z'))],
    [
      'is another one',
      async (path) => {
        await writeFile(`${path}.new`, 'a\nc\n');
        await utimes(`${path}.new`, WHOLE_SECOND, WHOLE_SECOND);
        await rename(`${path}.new`, path);
      },
    ],
    [
      'has other records in as many bytes',
      async (path) => {
        await writeFile(path, 'abc\n');
        await utimes(path, WHOLE_SECOND, WHOLE_SECOND);
      },
    ],
  ])('is refused where it %s', async (_, happen) => {
    const { path, reading } = await readAfter(happen);
    await expect(reading).rejects.toMatchObject({
      name: 'InputError',
      file: path,
      message: `${path}: it has changed since it was first read. A recall goes on only with the same list. Put the old file back and resume the recall, or start a new one with --again.`,
    });
  });

  it('is refused where it has grown while it was read', async () => {
    const path = await file('tokens.txt', 'a\n'.repeat(1_000_000));
    const input = await opened({ files: [{ path }], dedupe: false });
    const reading = (async () => {
      for await (const { targets } of input.source.read())
        if (targets.count > 0) await appendFile(path, 'b\n');
    })();
    await expect(reading).rejects.toThrow('it has changed since it was first read');
  });

  it('is refused where it has grown while it was read for the first time, when nothing has begun', async () => {
    const path = await file('tokens.txt', 'a\n'.repeat(1_000_000));
    const open = await OpenFile.open(path);
    await appendFile(path, 'b\n');
    await expect(open.assertUnchanged(path)).rejects.toThrow(
      `${path}: it has changed while it was read. Leave it alone, and start again.`,
    );
    await open.close();
  });

  it('is refused where what it holds is damaged now', async () => {
    const whole = gzipSync('a\nb\n');
    const path = await file('tokens.txt.gz', whole);
    await utimes(path, WHOLE_SECOND, WHOLE_SECOND);
    const input = await opened({ files: [{ path }] });
    const damaged = Buffer.from(whole);
    damaged.writeUInt32LE(7, whole.length - 8); // the checksum
    await writeFile(path, damaged);
    await utimes(path, WHOLE_SECOND, WHOLE_SECOND);
    await expect(readAll(input.source)).rejects.toThrow(`${path}: it has changed since it was first read`);
  });

  it('is refused where it is gone', async () => {
    const { path, reading } = await readAfter((gone) => rm(gone));
    await expect(reading).rejects.toThrow(`${path}: there is no such file. Check the path.`);
  });

  it('is read where nothing happened', async () => {
    const { reading } = await readAfter(() => Promise.resolve());
    expect(await reading).toMatchObject({ targets: ['a', 'b'] });
  });
});
