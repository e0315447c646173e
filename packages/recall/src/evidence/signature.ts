/** What an export of evidence can end with. It is not part of the ledger. */
export interface SignatureRecord {
  readonly type: 'signature';
  readonly alg: 'Ed25519';
  /** The public key as SPKI, DER, in base64. */
  readonly publicKey: string;
  /** Over {@link signedBytes} of the hash before it, in base64. */
  readonly signature: string;
}

/** Keeps such a signature from passing for one over anything else. */
const DOMAIN = 'unpush-evidence-v1:';

/** What is signed: `unpush-evidence-v1:` and the head hash in hexadecimal, as ASCII, with no line feed. */
export const signedBytes = (headHash: string): Uint8Array => new TextEncoder().encode(`${DOMAIN}${headHash}`);

/** How the SPKI form of every Ed25519 key begins (RFC 8410); 32 bytes follow. */
const SPKI_START = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/** Whether this is an Ed25519 public key in SPKI form. */
export const isEd25519Spki = (bytes: Uint8Array): boolean =>
  bytes.length === SPKI_START.length + 32 && SPKI_START.every((byte, index) => bytes[index] === byte);
