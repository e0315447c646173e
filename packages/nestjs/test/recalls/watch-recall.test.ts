import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

describe('a script that waits for a recall of another process', () => {
  it('lives until that has ended', async () => {
    const script = fileURLToPath(new URL('waiting-script.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@unpush/source', script]);
    expect(stdout).toBe('running\nfinished\n');
  });
});
