import type { CryptoKey } from 'jose';

/** An RSA key made by the platform itself. */
export interface RsaKeyPair {
  /** PKCS#8. */
  readonly pem: string;
  readonly publicKey: CryptoKey;
}

/** A new RSA key, with what verifies its PS256 signatures. workerd makes keys of a multiple of 128 bits only. */
export async function rsaKeyPair(bits: number): Promise<RsaKeyPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    { name: 'RSA-PSS', modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  );
  return { pem: await pkcs8(privateKey), publicKey };
}

/** A new RSA key as PKCS#8 PEM. */
export async function rsaKey(bits: number): Promise<string> {
  return (await rsaKeyPair(bits)).pem;
}

/** A key as PKCS#8 PEM, as OpenSSL writes it: lines of 64 characters. */
export async function pkcs8(key: CryptoKey): Promise<string> {
  const der = new Uint8Array(await crypto.subtle.exportKey('pkcs8', key));
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
}
