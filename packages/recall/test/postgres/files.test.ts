import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newSpoolFolder } from '../../src/postgres/targets/intake/spool-folder.ts';
import { temporaryDirectory } from '../node/ledger/support/ledgers.ts';
import { all, factsOf, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const { store, newSchema } = postgres();

describe('targets in files', () => {
  it('are kept in the database, so the files may go, and are told file by file', async () => {
    const directory = temporaryDirectory();
    const [first, second] = [join(directory, 'one.txt'), join(directory, 'two.csv.gz')];
    writeFileSync(first, targets(2500).join('\n'));
    writeFileSync(second, gzipSync('id,token\n1,t-1\n2,target-000007\n3,t 3\n'));
    const one = store({ schema: newSchema() });
    const admission = await one.admit({ files: [{ path: first }, { path: second, column: 'token' }] });
    expect(admission.input.totals).toEqual({ read: 2503, malformed: 1, duplicate: 1 });
    expect(admission.input.files).toMatchObject([
      { path: first, format: 'txt', gzip: false, read: 2500, malformed: 0, duplicate: 0 },
      { path: second, format: 'csv', gzip: true, column: 'token', read: 3, malformed: 1, duplicate: 1 },
    ]);
    expect(admission.firstMalformed).toEqual([
      { reason: 'inner whitespace', text: 't 3', place: { file: second, line: 4 } },
    ]);
    writeFileSync(first, '');
    writeFileSync(second, '');

    const owned = await admission.create({ facts: factsOf(admission), settings: {} });
    const read = await all(owned.source.read());
    expect(read.flatMap((chunk) => chunk.targets.targets())).toEqual([...targets(2500), 't-1']);
    expect(read.flatMap(({ malformed }) => malformed)).toEqual(admission.firstMalformed);
    await owned.close();
  });

  it('leave nothing on this machine where they come as a stream, nor where that fails', async () => {
    const directory = temporaryDirectory();
    vi.stubEnv('TMPDIR', directory);
    onTestFinished(() => void vi.unstubAllEnvs());
    const one = store({ schema: newSchema() });
    const admission = await one.admit({ stream: new Blob(['a\nb\n']).stream() });
    expect(admission.input.files).toMatchObject([{ path: 'stream', bytes: 4, read: 2 }]);
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a\nb\n');
      await Promise.reject(new Error('upload aborted'));
    }
    await expect(one.admit({ stream: failing() })).rejects.toThrow('stream: reading the targets failed');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('are swept away where the process died that was reading them, and only there', async () => {
    const directory = temporaryDirectory();
    vi.stubEnv('TMPDIR', directory);
    onTestFinished(() => void vi.unstubAllEnvs());
    const dead = await folderOf('process.stdout.write(newSpoolFolder())');
    const living = newSpoolFolder();
    const elsewhere = dead.replace(/spool-[0-9a-f]{12}/, 'spool-000000000000');
    for (const folder of [dead, living, elsewhere]) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'input-1'), 'IQAAAACy01\n');
    }
    await store({ schema: newSchema() }).admit({ stream: new Blob(['a\n']).stream() });
    expect(readdirSync(directory).sort()).toEqual([basename(living), basename(elsewhere)].sort());
  });
});

/** What a process says that has ended since. */
async function folderOf(code: string): Promise<string> {
  const module = new URL('../../src/postgres/targets/intake/spool-folder.ts', import.meta.url).href;
  const args = ['--input-type=module', '-e', `import { newSpoolFolder } from '${module}'; ${code}`];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}
