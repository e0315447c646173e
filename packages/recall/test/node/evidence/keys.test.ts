import { generateKeyPairSync } from 'node:crypto';
import { CredentialError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { newEvidenceKey, readPublicKey, readSigningKey, spkiOf } from '../../../src/node/evidence/keys.ts';
import { PUBLIC_PEM, SIGNING_PEM } from '../../evidence/support/test-key.ts';

const SPKI = '302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const MAKE_ONE = 'Make one with: openssl genpkey -algorithm ed25519 -out sign-key.pem';
const TAKE_OUT = 'Take it out with: openssl pkey -in sign-key.pem -pubout -out public-key.pem';

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const encrypted = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
});

function errorOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (CredentialError.isInstance(error)) return error.message;
  }
  return 'no error';
}

describe('a signing key', () => {
  it('is an Ed25519 private key in PEM', () => {
    expect(Buffer.from(spkiOf(readSigningKey(SIGNING_PEM))).toString('hex')).toBe(SPKI);
  });

  it.each([
    ['of another kind', rsa.privateKey, `The signing key is of kind rsa, but must be Ed25519. ${MAKE_ONE}`],
    [
      'a public key',
      PUBLIC_PEM,
      `The signing key is a public key, but must be an Ed25519 private key. ${MAKE_ONE}`,
    ],
    [
      'no PEM',
      '{}',
      `The signing key is no private key in PEM, but must be an Ed25519 private key. ${MAKE_ONE}`,
    ],
    [
      'damaged',
      SIGNING_PEM.replace('MC4C', 'MC4D'),
      `The signing key cannot be read: it is damaged. ${MAKE_ONE}`,
    ],
    [
      'encrypted',
      encrypted.privateKey,
      'The signing key is encrypted. Decrypt it into a file of mode 0600: openssl pkey -in KEY -out sign-key.pem',
    ],
  ])('is refused where it is %s', (_, pem, message) => {
    expect(errorOf(() => readSigningKey(pem))).toBe(message);
  });
});

describe('a public key', () => {
  it('is an Ed25519 public key in PEM', () => {
    expect(Buffer.from(readPublicKey(PUBLIC_PEM)).toString('hex')).toBe(SPKI);
  });

  it.each([
    ['of another kind', rsa.publicKey, `The public key is of kind rsa, but must be Ed25519. ${TAKE_OUT}`],
    [
      'a private key',
      SIGNING_PEM,
      `The public key is a private key, which belongs in no one else's hands. ${TAKE_OUT}`,
    ],
    ['no PEM', '{}', `The public key is no PEM, or damaged. ${TAKE_OUT}`],
    ['damaged', PUBLIC_PEM.replace('MCow', 'MDow'), `The public key is no PEM, or damaged. ${TAKE_OUT}`],
  ])('is refused where it is %s', (_, pem, message) => {
    expect(errorOf(() => readPublicKey(pem))).toBe(message);
  });
});

describe('a new evidence key', () => {
  it('is 32 bytes that nobody had before', () => {
    expect(newEvidenceKey()).toHaveLength(32);
    expect(newEvidenceKey()).not.toEqual(newEvidenceKey());
  });
});
