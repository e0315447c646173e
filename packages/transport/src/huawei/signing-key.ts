import type { CryptoKey } from 'jose';
import { refuse } from './private-key-pem.ts';
import type { ServiceAccount } from './service-account.ts';

const PS256 = { name: 'RSA-PSS', hash: 'SHA-256' };
const LEAST_BITS = 2048;
const FROM_FILE = 'Use the key that AppGallery Connect gave out for this service account.';

/**
 * Makes a service account's key ready to sign. Throws `CredentialError` for a key that is truncated, not RSA,
 * or shorter than 2048 bits.
 */
export async function importSigningKey(account: ServiceAccount): Promise<CryptoKey> {
  const der = derOf(account.privateKey());
  const kind = kindOf(der);
  if (kind !== undefined) throw refuse(kind, FROM_FILE);
  // What jose's importPKCS8 does as well, after a look for keys of other kinds that a Worker would have to carry
  const key = await crypto.subtle.importKey('pkcs8', der, PS256, false, ['sign']).catch(() => {
    throw refuse(
      'is damaged or cut short: no key can be read from it',
      'Copy it whole and unchanged from the file that AppGallery Connect gave out.',
    );
  });
  const { algorithm } = key;
  const bits = 'modulusLength' in algorithm ? Number(algorithm.modulusLength) : 0;
  if (bits < LEAST_BITS) {
    throw refuse(`is an RSA key of ${bits} bits, but at least ${LEAST_BITS} are needed`, FROM_FILE);
  }
  return key;
}

/** Algorithms by their object identifiers, in hex as DER writes them; only plain RSA keys serve. */
const OTHERS = [
  { oid: '06072a8648ce3d0201', problem: 'is an elliptic-curve key, but Huawei signs with RSA (PS256)' },
  { oid: '06032b6570', problem: 'is an Ed25519 key, but Huawei signs with RSA (PS256)' },
  {
    oid: '06092a864886f70d01010a',
    problem:
      'is marked for RSA-PSS alone (id-RSASSA-PSS), which signers on the web platform cannot read; a plain RSA key is needed',
  },
] as const;

/** The identifier stands within the first bytes of a PKCS#8 key. */
const HEAD_BYTES = 36;

function kindOf(der: Uint8Array): string | undefined {
  const head = Array.from(der.subarray(0, HEAD_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return OTHERS.find(({ oid }) => head.includes(oid))?.problem;
}

function derOf(pem: string): Uint8Array<ArrayBuffer> {
  const body = pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');
  // What is no whole group of four is of no use to the import, and would be refused here without a remedy
  const bytes = atob(body.slice(0, body.length - (body.length % 4)));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}
