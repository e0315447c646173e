import { link, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { TextLines } from '@unpush/recall';
import type { OutputPlace } from '../../src/output/output-place.ts';
import { writeOutput } from '../../src/output/write-output.ts';
import { makeFolder } from '../support/folder.ts';

const line = (text: string): TextLines => ({ text: `${text}\n`, count: 1 });

async function* linesOf(
  texts: readonly string[],
  between = () => Promise.resolve(),
): AsyncGenerator<TextLines> {
  for (const text of texts) {
    yield line(text);
    await between();
  }
}

const placeAt = (path: string): OutputPlace => ({ what: 'report', flag: '--report', path });

describe('a file that is written', () => {
  it('has its name only once it is whole, and is for its owner', async () => {
    await using folder = await makeFolder();
    const path = folder.file('left.ndjson');
    const seen: (readonly string[])[] = [];
    const look = async (): Promise<void> => void seen.push(await readdir(folder.path));
    const written = await writeOutput(placeAt(path), linesOf(['a', 'b'], look));
    expect(seen.flat().filter((name) => name === 'left.ndjson')).toEqual([]);
    expect(seen[0]).toEqual([expect.stringMatching(/^left\.ndjson\.[0-9a-f]{8}\.tmp$/)]);
    expect(await readdir(folder.path)).toEqual(['left.ndjson']);
    expect(await folder.read('left.ndjson')).toBe('a\nb\n');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(written).toMatchObject({ lines: 2, stamp: { bytes: 4 } });
  });

  it('leaves nothing behind when it is stopped', async () => {
    await using folder = await makeFolder();
    const stop = new AbortController();
    const lines = linesOf(['a'.repeat(70_000), 'b'.repeat(70_000)], async () => {
      await setImmediate();
      stop.abort(new Error('stopped'));
    });
    await expect(writeOutput(placeAt(folder.file('left.ndjson')), lines, stop.signal)).rejects.toThrow(
      'stopped',
    );
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is not written over one that came in between, nor over a link', async () => {
    await using folder = await makeFolder();
    const path = folder.file('left.ndjson');
    const lines = linesOf(['a'], () => writeFile(path, 'notes of mine'));
    await expect(writeOutput(placeAt(path), lines)).rejects.toThrow('exists already');
    expect(await folder.read('left.ndjson')).toBe('notes of mine');
    await symlink(folder.file('nowhere'), folder.file('link'));
    await expect(writeOutput(placeAt(folder.file('link')), linesOf(['a']))).rejects.toThrow('exists already');
    expect((await readdir(folder.path)).sort()).toEqual(['left.ndjson', 'link']);
  });

  it('takes the place of our own, and of that alone', async () => {
    await using folder = await makeFolder();
    const path = folder.file('left.ndjson');
    const first = await writeOutput(placeAt(path), linesOf(['a']));
    await link(path, folder.file('copy'));
    const second = await writeOutput({ ...placeAt(path), mayReplace: first.stamp }, linesOf(['b']));
    expect(await folder.read('left.ndjson')).toBe('b\n');
    expect(await folder.read('copy')).toBe('a\n');
    const changed = linesOf(['c'], () => writeFile(path, 'notes of mine'));
    await expect(writeOutput({ ...placeAt(path), mayReplace: second.stamp }, changed)).rejects.toThrow(
      'exists already',
    );
    expect(await folder.read('left.ndjson')).toBe('notes of mine');
  });
});
