import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callCli, type CliCall } from '../support/call-cli.ts';

interface Suggested {
  readonly values: readonly string[];
  /** Whether the shell may offer the names of files. */
  readonly files: boolean;
}

/** What a shell's script is told while somebody types; the last word is the one under the cursor. */
async function suggest(words: readonly string[], call: CliCall = {}): Promise<Suggested> {
  const { exit, stdout, stderr } = await callCli(['complete', '--', ...words], call);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^:[04]$/);
  return {
    values: lines.slice(0, -1).map((line) => line.split('\t')[0] ?? ''),
    files: lines.at(-1) === ':0',
  };
}

describe('what can be completed', () => {
  it('are the commands, without the one that only shells call', async () => {
    const { values, files } = await suggest(['']);
    for (const command of ['revoke', 'explain', 'token', 'doctor', 'emulate', 'init', 'completion']) {
      expect(values).toContain(command);
    }
    expect(values).not.toContain('complete');
    expect(files).toBe(false);
    expect((await suggest(['do'])).values).toEqual(['doctor']);
  });

  it("are a command's flags", async () => {
    expect((await suggest(['doctor', '--pr'])).values).toEqual(['--proxy', '--probe']);
    expect((await suggest(['explain', '80300028', '--'])).values).toEqual([
      '--vendor',
      '--lang',
      '--json',
      '--help',
    ]);
  });

  it.each([
    [
      ['explain', '--vendor', ''],
      ['huawei', 'mpaas'],
    ],
    [
      ['explain', '--lang', 'z'],
      ['zh-cn', 'zh'],
    ],
    [
      ['explain', '--lang=z'],
      ['zh-cn', 'zh'],
    ],
    [['doctor', '--vendor', 'm'], ['mpaas']],
    [
      ['revoke', '--push-type', ''],
      ['notification', 'extension'],
    ],
    [['revoke', '--format', 'nd'], ['ndjson']],
    [['completion', 'f'], ['fish']],
  ])('are values: %j', async (words, values) => {
    expect(await suggest(words)).toEqual({ values, files: false });
  });

  it('are the codes of the catalogs, by their beginning, name and all', async () => {
    const { values } = await suggest(['explain', '8030001']);
    expect(values).toEqual(['80300010', '80300017']);
    expect((await suggest(['explain', '503', '3012'])).values).toEqual(['3012']);
    const { stdout } = await callCli(['complete', '--', 'explain', '3007']);
    expect(stdout).toBe('3007\tAPPID_WRONG\n:4\n');
  });

  it('offers no code that stands for a family', async () => {
    const { values } = await suggest(['explain', '']);
    expect(values.length).toBeGreaterThan(60);
    expect(values.filter((code) => code.includes('*') || code.endsWith('xx'))).toEqual([]);
  });

  it.each([
    ['revoke', '--tokens'],
    ['revoke', '--targets'],
    ['revoke', '--report'],
    ['revoke', '--service-account'],
    ['doctor', '--ca'],
    ['doctor', '--config'],
    ['emulate', '--directory'],
  ])('are file names: %s %s', async (...words) => {
    expect(await suggest([...words, ''])).toEqual({ values: [], files: true });
    expect(await suggest([...words, 'exp'])).toEqual({ values: [], files: true });
  });

  it('are no file names where a number or an id is wanted', async () => {
    expect(await suggest(['revoke', '--notify-id', ''])).toEqual({ values: [], files: false });
    expect(await suggest(['doctor', '--client-id', ''])).toEqual({ values: [], files: false });
  });

  it('are the profiles of the configuration file; none, quietly, if there is none or it does not hold', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'unpush-test-'));
    try {
      expect((await suggest(['doctor', '--app', ''], { cwd })).values).toEqual([]);
      await writeFile(join(cwd, 'unpush.config.json'), '{"apps": {"shop": {}, "bank": {}}}');
      expect((await suggest(['doctor', '--app', ''], { cwd })).values).toEqual(['shop', 'bank']);
      expect((await suggest(['revoke', '--app', 'b'], { cwd })).values).toEqual(['bank']);
      await writeFile(join(cwd, 'unpush.config.json'), '{"apps": {"$(reboot)": {}, "a b": {}, "shop": {}}}');
      expect((await suggest(['doctor', '--app', ''], { cwd })).values).toEqual(['shop']);
      await writeFile(join(cwd, 'unpush.config.json'), '{"apps": ');
      expect((await suggest(['doctor', '--app', ''], { cwd })).values).toEqual([]);
    } finally {
      await rm(cwd, { recursive: true });
    }
  });
});
