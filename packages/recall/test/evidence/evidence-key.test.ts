import { CredentialError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { evidenceKeyText, readEvidenceKey } from '../../src/evidence/evidence-key.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);
const TEXT = '{"format":1,"recallId":"example","key":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}\n';

function errorOf(text: string): string {
  try {
    readEvidenceKey(text);
  } catch (error) {
    if (CredentialError.isInstance(error)) return error.message;
  }
  return 'no error';
}

describe('the file of an evidence key', () => {
  it('is one line of JSON', () => {
    expect(evidenceKeyText({ recallId: 'example', key: KEY })).toBe(TEXT);
    expect(readEvidenceKey(TEXT)).toEqual({ recallId: 'example', key: KEY });
  });

  it('may have gone through an editor', () => {
    expect(readEvidenceKey(`\uFEFF${TEXT.replace('{', '{ ').trim()}\r\n`).key).toEqual(KEY);
  });

  const remedy = 'Give the file that `unpush recalls evidence ID --with-key FILE` wrote, unchanged.';

  it.each([
    ['', `The evidence key is not JSON (it is empty). ${remedy}`],
    [TEXT.slice(0, -4), `The evidence key is not JSON (83 characters). ${remedy}`],
    ['"text"', `The evidence key must be a JSON object, but is of type string. ${remedy}`],
    ['[]', `The evidence key must be a JSON object, but is an array. ${remedy}`],
    ['{}', `The evidence key's format must be 1, but is missing. ${remedy}`],
    ['{"format":2}', "The evidence key's format must be 1, but is the number 2. A newer unpush may know it."],
    ['{"format":1}', `The evidence key's recallId must be a text, but is missing. ${remedy}`],
    [
      TEXT.replace('AAEC', 'A*EC'),
      `The evidence key's key must be 32 bytes in base64, but is no base64. ${remedy}`,
    ],
    [
      TEXT.replace('AAEC', ''),
      `The evidence key's key must be 32 bytes in base64, but is 29 bytes. ${remedy}`,
    ],
    [
      '-----BEGIN PRIVATE KEY-----\n',
      `The evidence key is a PEM key, which is for signatures; it must be one line of JSON. ${remedy}`,
    ],
  ])('is refused with the reason where it is %j', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it('never shows the key in an error', () => {
    const secret = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
    for (const text of [TEXT.slice(0, -3), TEXT.replace('=', ''), TEXT.replace('1', '7')]) {
      expect(errorOf(text)).not.toContain(secret.slice(0, 8));
      expect(errorOf(text)).not.toBe('no error');
    }
  });
});
