import { CredentialError } from '@unpush/core';

const PEM = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)(?:-----END ([A-Z0-9 ]+)-----|$)/;

/**
 * The field `private_key` as a clean PKCS#8 PEM.
 *
 * Literal `\n`, spaces for line ends and a body in one line are all the same key, so they are mended: such
 * files come out of environment variables and copied JSON.
 *
 * Throws {@link CredentialError} for what is no PKCS#8 key, each kind with the way to mend it.
 */
export function privateKeyPem(text: string): string {
  const [, label, raw = '', end] = PEM.exec(text.replaceAll(/\\r|\\n/g, '\n')) ?? [];
  if (label === undefined) {
    throw refuse('is not PEM: it must begin with "-----BEGIN PRIVATE KEY-----"', FROM_FILE);
  }
  if (/Proc-Type:.*ENCRYPTED/.test(raw)) throw refuse(...ENCRYPTED);
  if (label !== 'PRIVATE KEY') throw refuse(...wrongKind(label));
  const body = raw.replaceAll(/\s/g, '');
  if (end === undefined) throw refuse('breaks off before "-----END PRIVATE KEY-----"', FROM_FILE);
  if (body === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(body))
    throw refuse('is damaged: its body is not base64', FROM_FILE);
  return `-----BEGIN PRIVATE KEY-----\n${body.replaceAll(/.{1,64}/g, '$&\n')}-----END PRIVATE KEY-----\n`;
}

const FROM_FILE = 'Copy it whole and unchanged from the file that AppGallery Connect gave out.';

const ENCRYPTED = [
  'is encrypted with a passphrase',
  'Decrypt it with: openssl pkey -in encrypted.pem -out private_key.pem',
] as const;

function wrongKind(label: string): readonly [problem: string, remedy: string] {
  switch (label) {
    case 'RSA PRIVATE KEY':
      return [
        'is a PKCS#1 key ("BEGIN RSA PRIVATE KEY"), but PKCS#8 is needed',
        'Convert it with: openssl pkcs8 -topk8 -nocrypt -in pkcs1.pem -out private_key.pem',
      ];
    case 'ENCRYPTED PRIVATE KEY':
      return ENCRYPTED;
    case 'EC PRIVATE KEY':
      return ['is an elliptic-curve key, but Huawei signs with RSA (PS256)', FROM_FILE];
    case 'OPENSSH PRIVATE KEY':
      return ['is an OpenSSH key', FROM_FILE];
    case 'PUBLIC KEY':
    case 'RSA PUBLIC KEY':
      return ['is a public key, but signing takes the private one', FROM_FILE];
    case 'CERTIFICATE':
      return ['is a certificate, but signing takes the private key', FROM_FILE];
    default:
      return [`is a PEM block of another kind ("BEGIN ${label}")`, FROM_FILE];
  }
}

/** The error for a `private_key` that cannot be used. */
export function refuse(problem: string, remedy: string): CredentialError {
  return new CredentialError(`The service account's private_key ${problem}. ${remedy}`);
}
