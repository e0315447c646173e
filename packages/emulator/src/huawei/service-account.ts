import { toBase64 } from '../base64.ts';
import { type Random, randomDigits, randomHex } from '../random.ts';

/** The vendor's key file, field by field. It holds no client id. */
export interface ServiceAccount {
  readonly project_id: string;
  /** 32 hexadecimal digits; the `kid` of a JWT. */
  readonly key_id: string;
  /** PKCS#8 in PEM, its base64 in one line as the vendor writes it. */
  readonly private_key: string;
  /** 9 digits; the `iss` of a JWT. */
  readonly sub_account: string;
  readonly auth_uri: string;
  readonly token_uri: string;
  readonly auth_provider_cert_uri: string;
  readonly client_cert_uri: string;
}

// The name stands for a value in Node's types and for a type in the browser's; this one holds in both.
type CryptoKey = Parameters<typeof crypto.subtle.verify>[1];

/** What the vendor keeps of a key. */
export interface RegisteredKey {
  readonly keyId: string;
  readonly subAccount: string;
  readonly projectId: string;
  readonly publicKey: CryptoKey;
}

const OAUTH = 'https://oauth-login.cloud.huawei.com/oauth2/v3';

/** The only audience a JWT may name. */
export const AUDIENCE = `${OAUTH}/token`;

/** Makes a key pair and the file that the developer would download. */
export async function createServiceAccount(options: {
  readonly projectId: string;
  readonly keyBits: 2048 | 4096;
  readonly random: Random;
}): Promise<{ readonly serviceAccount: ServiceAccount; readonly key: RegisteredKey }> {
  const { projectId, keyBits, random } = options;
  const publicExponent = new Uint8Array([1, 0, 1]);
  const pair = await crypto.subtle.generateKey(
    { name: 'RSA-PSS', modulusLength: keyBits, publicExponent, hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  );
  // Only what the types of some platforms do not tell
  if (!('privateKey' in pair)) throw new TypeError('RSA-PSS keys come in pairs');
  const exported = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  if (!(exported instanceof ArrayBuffer)) throw new TypeError('a PKCS#8 key is bytes');
  const pkcs8 = new Uint8Array(exported);
  const keyId = randomHex(32, random);
  const subAccount = randomDigits(9, random);
  const serviceAccount = {
    project_id: projectId,
    key_id: keyId,
    private_key: `-----BEGIN PRIVATE KEY-----\n${toBase64(pkcs8)}\n-----END PRIVATE KEY-----\n`,
    sub_account: subAccount,
    auth_uri: `${OAUTH}/authorize`,
    token_uri: AUDIENCE,
    auth_provider_cert_uri: `${OAUTH}/certs`,
    client_cert_uri: `${OAUTH}/x509?client_id=${subAccount}`,
  };
  return { serviceAccount, key: { keyId, subAccount, projectId, publicKey: pair.publicKey } };
}

/** What the vendor keeps of a key file that exists already. */
export async function readServiceAccount(serviceAccount: ServiceAccount): Promise<RegisteredKey> {
  const base64 = serviceAccount.private_key.replace(/-----[A-Z ]+-----|\s/g, '');
  const pkcs8 = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-256' };
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']);
  const jwk = await crypto.subtle.exportKey('jwk', privateKey);
  if (jwk instanceof ArrayBuffer) throw new TypeError('a JWK is an object');
  const { kty, n, e } = jwk;
  const publicJwk = { kty: kty ?? '', n: n ?? '', e: e ?? '' };
  return {
    keyId: serviceAccount.key_id,
    subAccount: serviceAccount.sub_account,
    projectId: serviceAccount.project_id,
    publicKey: await crypto.subtle.importKey('jwk', publicJwk, algorithm, true, ['verify']),
  };
}
