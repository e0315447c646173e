import { CredentialError } from '@unpush/core';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readServiceAccountFile } from '../../src/undici/index.ts';
import { openssl, temporaryDirectory } from '../support/openssl.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { accountFile } from '../support/service-account.ts';

const directory = temporaryDirectory();
afterAll(() => directory[Symbol.dispose]());
const key = await rsaKey(2048);
const text = JSON.stringify(accountFile(key));

function fileOf(name: string, content: string | Uint8Array, mode = 0o600): string {
  const path = `${directory.path}/${name}`;
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

async function problemOf(path: string): Promise<string> {
  const error: unknown = await readServiceAccountFile(path).catch((reason: unknown) => reason);
  if (!CredentialError.isInstance(error)) throw new Error('was taken', { cause: error });
  expect(error.message).toContain(path);
  expect(error.message).not.toContain(key.slice(100, 120));
  return error.message;
}

describe('a service account file', () => {
  it('is read', async () => {
    const { account, looseMode } = await readServiceAccountFile(fileOf('good.json', text));
    expect(account.subAccount).toBe('114514191');
    expect(looseMode).toBe(false);
  });

  it.each([0o640, 0o604, 0o644])('is loose when others than its owner may read it (%o)', async (mode) => {
    await expect(readServiceAccountFile(fileOf('loose.json', text, mode))).resolves.toMatchObject({
      looseMode: true,
    });
  });

  it('may be a pipe', async () => {
    const fifo = `${directory.path}/pipe`;
    execFileSync('mkfifo', [fifo]);
    const writer = spawn('cp', [fileOf('piped.json', text), fifo]);
    await expect(readServiceAccountFile(fifo)).resolves.toMatchObject({ looseMode: false });
    await new Promise((resolve) =>
      writer.exitCode === null ? writer.on('close', resolve) : resolve(undefined),
    );
  });

  it('must exist', async () => {
    expect(await problemOf(`${directory.path}/none.json`)).toContain('does not exist. Check the path');
  });

  it('must be a file', async () => {
    const path = `${directory.path}/folder`;
    mkdirSync(path);
    expect(await problemOf(path)).toContain('is a directory. Give the JSON file in it.');
  });

  it('must be JSON, not a bare PEM key', async () => {
    expect(await problemOf(fileOf('key.pem', key))).toContain('is a bare PEM key, not JSON');
    expect(await problemOf(fileOf('cut.json', text.slice(0, 500)))).toContain('is not JSON');
    expect(await problemOf(fileOf('empty.json', ''))).toContain('it is empty');
  });

  it('must be text', async () => {
    const pem = fileOf('for-der.pem', key);
    const der = `${directory.path}/key.der`;
    openssl('pkcs8', '-topk8', '-nocrypt', '-in', pem, '-outform', 'DER', '-out', der);
    expect(await problemOf(der)).toContain('is not text (a PKCS#12 or DER file?)');
  });

  it('must be small', async () => {
    expect(await problemOf(fileOf('large.json', ' '.repeat(65_537)))).toContain('is larger than 65536 bytes');
    await expect(readServiceAccountFile(fileOf('padded.json', text.padEnd(65_536)))).resolves.toBeDefined();
  });

  it('names the path with every mistake inside', async () => {
    const { sub_account, ...rest } = accountFile(key);
    expect(sub_account).toBeDefined();
    expect(await problemOf(fileOf('rest.json', JSON.stringify(rest)))).toContain(
      "rest.json: The service account's sub_account is missing.",
    );
  });

  it('must be readable', async () => {
    const path = fileOf('closed.json', text, 0o000);
    // Root may read everything, so root becomes nobody for a moment
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.('nobody');
    try {
      expect(await problemOf(path)).toContain('may not be read by this user. Check its owner and mode.');
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});
