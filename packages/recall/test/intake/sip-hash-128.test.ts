import { describe, expect, it } from 'vitest';
import { sipHash128 } from '../../src/intake/sip-hash-128.ts';

const key = Uint8Array.from({ length: 16 }, (_, index) => index);

function hex(text: string): string {
  const words = new Uint32Array(4);
  sipHash128(key)(text, words);
  return Buffer.from(words.buffer).toString('hex');
}

describe('sipHash128', () => {
  // vectors_sip128 of https://github.com/veorq/SipHash: the message is the bytes 00 01 02 …
  it.each([
    [0, 'a3817f04ba25a8e66df67214c7550293'],
    [1, 'da87c1d86b99af44347659119b22fc45'],
    [2, '8177228da4a45dc7fca38bdef60affe4'],
    [7, 'a1f1ebbed8dbc153c0b84aa61ff08239'],
    [8, '3b62a9ba6258f5610f83e264f31497b4'],
    [15, '5493e99933b0a8117e08ec0f97cfc3d9'],
    [16, '6ee2a4ca67b054bbfd3315bf85230577'],
    [63, '5150d1772f50834a503e069a973fbd7c'],
  ])('hashes the reference message of %i bytes', (length, expected) => {
    expect(hex(String.fromCharCode(...Array.from({ length }, (_, index) => index)))).toBe(expected);
  });

  // openssl mac -macopt hexkey:000102…0f -macopt size:16 SIPHASH
  it('hashes the UTF-8 of a text', () => {
    expect(hex('token-é')).toBe('c5c0e55b19e266b113bee3eaff87cc1b');
  });

  it('hashes a text longer than its buffer', () => {
    expect(hex('IQAAAA'.repeat(300))).toBe('288534c9fc767fa845da6159fee38ec0');
  });

  it('keeps nothing of the text before', () => {
    const hash = sipHash128(key);
    const words = new Uint32Array(4);
    hash('IQAAAA'.repeat(300), words);
    hash('\u0000\u0001', words);
    expect(Buffer.from(words.buffer).toString('hex')).toBe('8177228da4a45dc7fca38bdef60affe4');
  });

  it('refuses a key of another length', () => {
    expect(() => sipHash128(new Uint8Array(8))).toThrow('SipHash takes a key of 16 bytes; this one has 8');
  });
});
