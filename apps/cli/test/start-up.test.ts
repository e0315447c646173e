import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { spawnCli } from './support/spawn-cli.ts';

/** Prints the URL of every module that is loaded, on stderr. */
const LISTEN = `data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module';
   registerHooks({ load: (url, context, next) => (process.stderr.write(url + '\\n'), next(url, context)) });`,
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

  it.each([['--help'], ['revoke', '--help']])(
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
    expect(loaded.filter((url) => /undici|jose|clack|hono|cli-progress/.test(url))).toEqual([]);
  });
});
