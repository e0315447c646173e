/** The port for what evidence is checked with. Hashes are in lower-case hexadecimal. */
export interface EvidenceCrypto {
  sha256(bytes: Uint8Array): string | Promise<string>;
  hmacSha256(key: Uint8Array, bytes: Uint8Array): string | Promise<string>;
  /** Whether somebody who holds the private key has signed these bytes. False, too, for a key that is none. */
  verifyEd25519(signed: SignedBytes): boolean | Promise<boolean>;
}

/** Bytes with a signature over them. */
export interface SignedBytes {
  readonly bytes: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** The public key as SPKI, DER. */
  readonly publicKey: Uint8Array;
}
