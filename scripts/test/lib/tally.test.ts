import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../lib/root.mjs';
import { formatTally, readTally } from '../../lib/tally.mjs';
import { scriptOf } from '../../lib/tools.mjs';
import { quietChildren, temporaryFolder } from './support.ts';

const FILES = {
  'vitest.config.mjs': 'export default {};', // not ours of the root
  'mixed.test.ts': `
    import { expect, it, describe } from 'vitest';
    it('passes', () => expect(1).toBe(1));
    it('passes too', () => expect(1).toBe(1));
    it('fails', () => expect(1).toBe(2));
    it.skip('is skipped', () => undefined);
    it.todo('is to do');
  `,
  'does-not-load.test.ts': "import './gone.ts';",
  'hook.test.ts': `
    import { beforeAll, describe, it } from 'vitest';
    describe('a suite', () => {
      beforeAll(() => { throw new Error('no'); });
      it('is never reached', () => undefined);
    });
  `,
};

/** Runs the real vitest over these files, and gives what the reporter wrote. */
async function runVitest(files: Readonly<Record<string, string>>): Promise<ReturnType<typeof readTally>> {
  using scratch = temporaryFolder();
  // Below our node_modules, for the files to find vitest.
  const folder = join(root, 'node_modules', '.cache', 'unpush', `tally-test-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const tally = join(scratch.path, 'tally.json');
    await quietChildren().run({
      file: process.execPath,
      args: [
        scriptOf(root, 'vitest'),
        'run',
        `--root=${folder}`,
        `--reporter=${join(root, 'scripts', 'lib', 'tally-reporter.mjs')}`,
      ],
      cwd: folder,
      env: { ...process.env, UNPUSH_TALLY_FILE: tally },
    });
    return readTally(tally);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the count of npm test', () => {
  it('counts tests, and as failed also a file that does not load and a hook that throws', async () => {
    // passed: 2 of mixed; failed: 1 of mixed, 1 file, 1 hook; skipped: 2 of mixed, 1 behind the hook
    expect(await runVitest(FILES)).toEqual({ passed: 2, failed: 3, skipped: 3 });
  });

  it('is nothing at all when no test has run', () => {
    expect(readTally('no-such-file')).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  it('ends with a line that can be read by a machine', () => {
    expect(formatTally({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(formatTally({ passed: 12, failed: 3, skipped: 1 })).toBe('12 passed, 3 failed, 1 skipped');
  });
});
