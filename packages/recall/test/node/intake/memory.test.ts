import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from './support/temporary.ts';

const MILLION = 1_000_000;

function* tokenLines(): Generator<string> {
  for (let start = 0; start < MILLION; start += 1000) {
    let lines = '';
    for (let index = start; index < start + 1000; index++)
      lines += `IQAAAACy${String(index).padStart(104, '0')}\n`;
    yield lines;
  }
}

describe('a million tokens, compressed', () => {
  it('are read twice, duplicates looked for, in memory that does not hold them', async () => {
    const path = join(await temporaryDirectory(), 'tokens.txt.gz');
    await pipeline(Readable.from(tokenLines()), createGzip({ level: 1 }), createWriteStream(path));
    const child = join(import.meta.dirname, 'children/read-through.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--conditions=@unpush/source',
      child,
      path,
    ]);
    const { totals, targets, peakBytes } = JSON.parse(stdout) as {
      totals: unknown;
      targets: number;
      peakBytes: number;
    };
    expect(totals).toEqual({ read: MILLION, malformed: 0, duplicate: 0 });
    expect(targets).toBe(MILLION);
    // Node with its type stripping takes 100 MB by itself, the hashes 25 MB; the tokens would take 130 MB more
    expect(peakBytes).toBeLessThan(250e6);
  }, 60_000);
});
