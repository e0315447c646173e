import { importPKCS8, type CryptoKey } from 'jose';
import { refuse } from './private-key-pem.ts';
import type { ServiceAccount } from './service-account.ts';

const LEAST_BITS = 2048;
const FROM_FILE = 'Use the key that AppGallery Connect gave out for this service account.';

/**
 * Makes a service account's key ready to sign. Throws `CredentialError` for a key that is truncated, not RSA,
 * or shorter than 2048 bits.
 */
export async function importSigningKey(account: ServiceAccount): Promise<CryptoKey> {
  const pem = account.privateKey();
  const kind = kindOf(pem);
  if (kind !== undefined) throw refuse(kind, FROM_FILE);
  const key = await importPKCS8(pem, 'PS256').catch(() => {
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
const HEAD_BASE64 = 48;

function kindOf(pem: string): string | undefined {
  const body = pem.replaceAll(/-----[A-Z ]+-----|\s/g, '').slice(0, HEAD_BASE64);
  const head = Array.from(atob(body.slice(0, body.length - (body.length % 4))), (character) =>
    character.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('');
  return OTHERS.find(({ oid }) => head.includes(oid))?.problem;
}
