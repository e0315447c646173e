import { describe, expect, it } from 'vitest';
import { sha256Hash128 } from '../../../src/node/intake/sha256-hash128.ts';

function hex(text: string, key?: Buffer): string {
  const words = new Uint32Array(4);
  sha256Hash128(key)(text, words);
  return Buffer.from(words.buffer).toString('hex');
}

describe('sha256Hash128', () => {
  // printf '000102030405060708090a0b0c0d0e0fIQAAAA-é' | sha256sum
  it('is the first half of SHA-256 over key and text', () => {
    const key = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    expect(hex('IQAAAA-é', key)).toBe('a43f13ec76bb7f91ff4b073abba8e73e');
  });

  it('has a key of its own each time', () => {
    expect(hex('IQAAAA')).not.toBe(hex('IQAAAA'));
  });
});
