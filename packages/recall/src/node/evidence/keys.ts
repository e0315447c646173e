import { createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { CredentialError } from '@unpush/core';

/** A new key for the digests of one recall. */
export const newEvidenceKey = (): Uint8Array => randomBytes(32);

const MAKE_ONE = 'Make one with: openssl genpkey -algorithm ed25519 -out sign-key.pem';
const TAKE_OUT = 'Take it out with: openssl pkey -in sign-key.pem -pubout -out public-key.pem';

/**
 * Reads a key to sign with: an Ed25519 private key, PKCS#8 in PEM.
 *
 * @throws CredentialError that says what the text is instead, and never shows the key.
 */
export function readSigningKey(pem: string): KeyObject {
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    const found = pem.includes('-----BEGIN PUBLIC KEY-----') ? 'a public key' : 'no private key in PEM';
    throw new CredentialError(`The signing key is ${found}, but must be an Ed25519 private key. ${MAKE_ONE}`);
  }
  if (pem.includes('-----BEGIN ENCRYPTED PRIVATE KEY-----') || /^Proc-Type: 4,ENCRYPTED/m.test(pem)) {
    throw new CredentialError(
      'The signing key is encrypted. Decrypt it into a file of mode 0600: openssl pkey -in KEY -out sign-key.pem',
    );
  }
  return ofKind(
    parsed(() => createPrivateKey(pem), `The signing key cannot be read: it is damaged. ${MAKE_ONE}`),
    { what: 'signing key', remedy: MAKE_ONE },
  );
}

/**
 * Reads the key that evidence should be signed by: an Ed25519 public key, SPKI in PEM. Resolves to its DER form.
 *
 * @throws CredentialError that says what the text is instead.
 */
export function readPublicKey(pem: string): Uint8Array {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    throw new CredentialError(
      `The public key is a private key, which belongs in no one else's hands. ${TAKE_OUT}`,
    );
  }
  const problem = `The public key is no PEM, or damaged. ${TAKE_OUT}`;
  if (!pem.includes('-----BEGIN PUBLIC KEY-----')) throw new CredentialError(problem);
  const key = parsed(() => createPublicKey(pem), problem);
  return spkiOf(ofKind(key, { what: 'public key', remedy: TAKE_OUT }));
}

/** The public half of a key as SPKI, DER. */
export const spkiOf = (key: KeyObject): Uint8Array =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' });

function parsed(parse: () => KeyObject, problem: string): KeyObject {
  try {
    return parse();
  } catch {
    // The reason that OpenSSL gives helps nobody, and must not carry a piece of the key
    throw new CredentialError(problem);
  }
}

function ofKind(
  key: KeyObject,
  { what, remedy }: { readonly what: string; readonly remedy: string },
): KeyObject {
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new CredentialError(
    `The ${what} is of kind ${key.asymmetricKeyType ?? 'unknown'}, but must be Ed25519. ${remedy}`,
  );
}
