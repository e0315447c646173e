import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { callCli } from './support/call-cli.ts';
import { spawnCli } from './support/spawn-cli.ts';

/** Prints the URL of every module that is loaded, on stderr. */
const LISTEN = `data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module';
   registerHooks({ load: (url, context, next) => (process.stderr.write(url + '\\n'), next(url, context)) });`,
)}`;

/** Says that this is another version of Node. */
const pretend = (version: string): string =>
  `data:text/javascript,${encodeURIComponent(
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`,
  )}`;

async function loadedBy(...args: readonly string[]): Promise<{ stdout: string; loaded: readonly string[] }> {
  const { exit, stdout, stderr } = await spawnCli(args, { nodeFlags: ['--import', LISTEN] }).result;
  expect(exit).toBe(0);
  return { stdout, loaded: stderr.split('\n').filter((url) => url.startsWith('file:')) };
}

describe('the start of the command line', () => {
  it.each(['--version', '-V'])(
    'prints the version of its package for %s, with no library at all',
    async (flag) => {
      const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
        version: string;
      };
      const { stdout, loaded } = await loadedBy(flag);
      expect(stdout).toBe(`${version}\n`);
      expect(loaded.filter((url) => !url.includes('/apps/cli/src/'))).toEqual([]);
    },
  );

  it.each([['--help'], ['revoke', '--help'], ['recalls', 'resume', '--help'], ['verify', '--help']])(
    'loads commander and its own words for %s, and no library that only work needs',
    async (...args) => {
      const { loaded } = await loadedBy(...args);
      expect(loaded.some((url) => url.includes('/commander/'))).toBe(true);
      const others = loaded.filter((url) => !url.includes('/commander/') && !url.includes('/apps/cli/src/'));
      expect(others).toEqual([]);
    },
  );

  it('loads no part of one command for another', async () => {
    const { loaded } = await loadedBy('explain', '80300028');
    expect(loaded.filter((url) => /undici|jose|clack|hono|log-update|packages\/recall/.test(url))).toEqual(
      [],
    );
  });

  it('loads nothing that sends or asks for a list of recalls', async () => {
    const { loaded } = await loadedBy('recalls', 'list', '--json');
    expect(loaded.filter((url) => /undici|jose|clack|hono|log-update/.test(url))).toEqual([]);
  });

  it.each(['20.20.2', '22.18.0'])('says on Node %s in one line which one is needed', async (version) => {
    const result = await spawnCli(['--version'], { nodeFlags: ['--import', pretend(version)] }).result;
    expect(result).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: `error unpush needs Node 22.19 or newer, but this is ${version}\n`,
    });
  });

  it.each(['22.19.0', '24.0.0'])('starts on Node %s', async (version) => {
    const result = await spawnCli(['--version'], { nodeFlags: ['--import', pretend(version)] }).result;
    expect(result).toMatchObject({ exit: 0, stderr: '' });
  });
});

describe('a command line that cannot be read', () => {
  it('is answered without the token that may stand in it', async () => {
    const token = `MAAAAAB3${'x7'.repeat(50)}Qw9z`;
    const { exit, stdout, stderr } = await callCli(['revoke', token]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('too many arguments');
    expect(stderr).toMatch(/but got 1: MAAAAA…\S{4}\n/);
    expect(stderr).not.toContain(token);
  });
});
