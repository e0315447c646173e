import { CredentialError } from '@unpush/core';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importSigningKey, ServiceAccount } from '../../src/index.ts';
import { openssl, temporaryDirectory } from '../support/openssl.ts';
import { rsaKey } from '../support/rsa-key.ts';
import { accountFile } from '../support/service-account.ts';

const key = await rsaKey(2048);
const body = key.replaceAll(/-----[A-Z ]+-----|\s/g, '');
const ec = ['genpkey', '-quiet', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];

async function keyProblemOf(privateKey: string): Promise<string> {
  const used = async (): Promise<unknown> => importSigningKey(new ServiceAccount(accountFile(privateKey)));
  const error: unknown = await used().catch((reason: unknown) => reason);
  if (!CredentialError.isInstance(error)) throw new Error('was taken');
  expect(error.message).not.toContain(body.slice(40, 60));
  return error.message;
}

function inFile<T>(text: string, work: (path: string) => T): T {
  using directory = temporaryDirectory();
  const path = `${directory.path}/key.pem`;
  writeFileSync(path, text);
  return work(path);
}

describe('a private key as OpenSSL writes it', () => {
  it('is refused as PKCS#1, with the command that converts it', async () => {
    const pkcs1 = inFile(key, (path) => openssl('rsa', '-in', path, '-traditional'));
    expect(pkcs1).toContain('BEGIN RSA PRIVATE KEY');
    expect(await keyProblemOf(pkcs1)).toBe(
      'The service account\'s private_key is a PKCS#1 key ("BEGIN RSA PRIVATE KEY"), but PKCS#8 is needed. Convert it with: openssl pkcs8 -topk8 -nocrypt -in pkcs1.pem -out private_key.pem',
    );
    // The command does what it promises
    expect(inFile(pkcs1, (path) => openssl('pkcs8', '-topk8', '-nocrypt', '-in', path))).toBe(key);
  });

  it('is refused when it is encrypted, either way, with the command that decrypts it', async () => {
    const pkcs8 = inFile(key, (path) => openssl('pkcs8', '-topk8', '-in', path, '-passout', 'pass:secret'));
    const pkcs1 = inFile(key, (path) =>
      openssl('rsa', '-in', path, '-traditional', '-aes128', '-passout', 'pass:secret'),
    );
    for (const encrypted of [pkcs8, pkcs1]) {
      expect(await keyProblemOf(encrypted)).toBe(
        "The service account's private_key is encrypted with a passphrase. Decrypt it with: openssl pkey -in encrypted.pem -out private_key.pem",
      );
    }
  });

  it('is refused as a public key or a certificate', async () => {
    expect(await keyProblemOf(inFile(key, (path) => openssl('pkey', '-in', path, '-pubout')))).toContain(
      'is a public key',
    );
    const certificate = inFile(key, (path) => openssl('req', '-x509', '-key', path, '-subj', '/CN=x'));
    expect(await keyProblemOf(certificate)).toContain('is a certificate');
  });

  it('is refused as an elliptic-curve key, in SEC 1 or PKCS#8', async () => {
    const pkcs8 = openssl(...ec);
    const sec1 = inFile(pkcs8, (path) => openssl('ec', '-in', path)).replace(/^[^-]*/, '');
    expect(await keyProblemOf(sec1)).toContain('is an elliptic-curve key, but Huawei signs with RSA (PS256)');
    expect(await keyProblemOf(pkcs8)).toContain(
      'is an elliptic-curve key, but Huawei signs with RSA (PS256)',
    );
  });

  it('is refused as one marked for RSA-PSS', async () => {
    const pss = openssl('genpkey', '-quiet', '-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048');
    expect(await keyProblemOf(pss)).toContain('is marked for RSA-PSS alone');
  });

  it('is refused a byte under 2048 bits', async () => {
    const short = openssl('genpkey', '-quiet', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2040');
    expect(await keyProblemOf(short)).toContain('is an RSA key of 2040 bits, but at least 2048 are needed');
  });
});
