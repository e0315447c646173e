import { hash, randomBytes } from 'node:crypto';
import type { Hash128 } from '../../intake/hash128.ts';

/**
 * Half of SHA-256 over a key of 16 random bytes, in hexadecimal, and the text. Of the hashes Node has built in this is the quickest
 * by far where the processor knows SHA: measured with texts of 112 characters, 0.35 µs a text, BLAKE2s 0.6 µs,
 * SipHash in JavaScript 1.0 µs.
 */
export function sha256Hash128(keyBytes: Buffer = randomBytes(16)): Hash128 {
  // ASCII, and so is nearly every text: the two are joined without being encoded anew
  const key = keyBytes.toString('hex');
  return (text, into) => {
    // A string of bytes: to get it as a buffer takes three times as long
    const bytes = hash('sha256', key + text, 'binary');
    for (let word = 0; word < 4; word++) into[word] = wordAt(bytes, 4 * word);
  };
}

function wordAt(bytes: string, at: number): number {
  const [a, b] = [bytes.charCodeAt(at), bytes.charCodeAt(at + 1)];
  const [c, d] = [bytes.charCodeAt(at + 2), bytes.charCodeAt(at + 3)];
  return a | (b << 8) | (c << 16) | (d << 24);
}
