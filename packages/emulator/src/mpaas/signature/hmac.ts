/**
 * Signs text with one secret. To import a key costs as much as to sign with it, so each secret is imported once
 * for each hash.
 */
export class Hmac {
  readonly #secret: string;
  #sha256: Promise<HmacKey> | undefined;
  #sha1: Promise<HmacKey> | undefined;

  /** @param secret - an access key secret. Stays in here. */
  constructor(secret: string) {
    this.#secret = secret;
  }

  /** For ACS3-HMAC-SHA256, which takes the secret as it is. */
  async sha256(text: string): Promise<ArrayBuffer> {
    this.#sha256 ??= importKey(this.#secret, 'SHA-256');
    return sign(await this.#sha256, text);
  }

  /** For the older HMAC-SHA1, which puts an ampersand behind the secret. */
  async sha1(text: string): Promise<ArrayBuffer> {
    this.#sha1 ??= importKey(`${this.#secret}&`, 'SHA-1');
    return sign(await this.#sha1, text);
  }
}

function importKey(secret: string, hash: 'SHA-256' | 'SHA-1'): Promise<HmacKey> {
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash }, false, [
    'sign',
  ]);
}

function sign(key: HmacKey, text: string): Promise<ArrayBuffer> {
  return crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
}

/** Node's types have no global `CryptoKey`, the edge's have. */
type HmacKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
