import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../ledger/support/ledgers.ts';

interface Admitted {
  readonly totals: unknown;
  readonly read: number;
  readonly peakBytes: number;
}

describe('a million targets, given one by one', () => {
  it('are kept and read again in memory that does not hold them', async () => {
    const child = join(import.meta.dirname, 'children/admit-many.ts');
    const words = ['--conditions=@unpush/source', child, temporaryDirectory(), '1000000'];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    const { totals, read, peakBytes } = JSON.parse(stdout) as Admitted; // what the child prints
    expect(totals).toEqual({ read: 1_000_000, malformed: 0, duplicate: 0 });
    expect(read).toBe(1_000_000);
    // Node with its type stripping takes 100 MB by itself, looking for duplicates 30; the targets would take 130 more
    expect(peakBytes).toBeLessThan(260e6);
  }, 120_000);
});
