import type { Hash128 } from './hash128.ts';
import { sipHash, type SipKey } from './sip-hash.ts';

const encoder = new TextEncoder();
const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/**
 * SipHash-2-4 with 128 bits of output (https://github.com/veorq/SipHash), over the text's UTF-8. It runs
 * wherever JavaScript does and needs no `await`, as WebCrypto would.
 *
 * @param key 16 random bytes.
 */
export function sipHash128(key: Uint8Array): Hash128 {
  const hash = sipHashOfBytes(key);
  let bytes = new Uint8Array(1024);
  return (text, into) => {
    const worst = 3 * text.length; // a UTF-16 unit takes at most 3 bytes
    if (bytes.length < worst) bytes = new Uint8Array(worst);
    const { written } = encoder.encodeInto(text, bytes);
    hash(bytes, { start: 0, end: written, into });
  };
}

/** Which bytes are hashed, and where the four words of the hash go. */
export interface BytesToHash {
  readonly start: number;
  readonly end: number;
  readonly into: Uint32Array;
}

/**
 * The same hash, of bytes.
 *
 * @param key 16 random bytes.
 */
export function sipHashOfBytes(key: Uint8Array): (bytes: Uint8Array, of: BytesToHash) => void {
  if (key.length !== 16) throw new TypeError(`SipHash takes a key of 16 bytes; this one has ${key.length}`);
  const words = viewOf(key);
  const keyWords: SipKey = {
    k0: words.getInt32(0, true),
    k1: words.getInt32(4, true),
    k2: words.getInt32(8, true),
    k3: words.getInt32(12, true),
  };
  // Many texts lie in the same bytes
  let last: Uint8Array = new Uint8Array(0);
  let view = viewOf(last);

  return (bytes, of) => {
    if (bytes !== last) {
      last = bytes;
      view = viewOf(bytes);
    }
    sipHash(view, { key: keyWords, ...of });
  };
}
