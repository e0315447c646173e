import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

describe('the demo', () => {
  it('shows the wrong notification on the phones, takes it back with the built command line, and says what is left', async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [MAIN]);
    const [before, after] = stdout.split('The same three phones, after');
    expect(before?.match(/\[Everything is free today!\]/g)).toHaveLength(3);
    // One of the three was tapped before the recall
    expect(after?.match(/\[Everything is free today!\]/g)).toHaveLength(1);
    expect(after?.match(/\[Your parcel is on its way\]/g)).toHaveLength(3);
    expect(stdout).toMatch(/accepted +25,000 /);
    expect(stdout).toMatch(/rejected +15 /);
    expect(stderr).toContain('25,015 tokens of 25,159 read');
    expect(stdout).toContain('Huawei Push Kit 80300028');
    expect(stdout).toContain('exit code 3');
  }, 120_000);
});
