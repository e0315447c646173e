import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenFile } from '../src/run/token-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpush-bench-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const linesOf = async (path: string) => (await readFile(path, 'latin1')).split('\n');

describe('a list of tokens', () => {
  it('has so many different lines of 112 characters, and a newline at its end', async () => {
    const lines = await linesOf(await tokenFile(folder, 9001));
    expect(lines).toHaveLength(9002);
    expect(lines.pop()).toBe('');
    expect(new Set(lines).size).toBe(9001);
    expect(lines.filter((line) => !/^[A-Za-z0-9_-]{112}$/.test(line))).toEqual([]);
  });

  it('is the same each time, and a longer one begins with a shorter', async () => {
    const short = await linesOf(await tokenFile(folder, 2));
    // openssl enc -aes-128-ctr with key and counter of zeros, over 84 zeros, as base64url
    expect(short[0]).toMatch(/^ZulL1O-KLDuITPpZyjQrLlji/);
    const long = await linesOf(await tokenFile(folder, 5000));
    expect(long.slice(0, 2)).toEqual(short.slice(0, 2));
  });
});
