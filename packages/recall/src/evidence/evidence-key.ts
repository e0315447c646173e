import { CredentialError, show } from '@unpush/core';
import { fromBase64, toBase64 } from './base64.ts';

/** The key under which the targets of one recall are digested. Who holds it can tell whether a target was in it. */
export interface EvidenceKey {
  readonly recallId: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

const KEY_BYTES = 32;
const REMEDY = 'Give the file that `unpush recalls evidence ID --with-key FILE` wrote, unchanged.';

/** The text of a key file: one line of JSON, line feed included. Keep it 0600. */
export function evidenceKeyText({ recallId, key }: EvidenceKey): string {
  return `${JSON.stringify({ format: 1, recallId, key: toBase64(key) })}\n`;
}

/**
 * Reads the text of a key file.
 *
 * @throws CredentialError that says what is wrong, and never shows the key.
 */
export function readEvidenceKey(text: string): EvidenceKey {
  const { format, recallId, key } = fieldsOf(text);
  if (format !== 1) {
    throw new CredentialError(
      `The evidence key's format must be 1, but is ${show(format)}. ${format === undefined ? REMEDY : 'A newer unpush may know it.'}`,
    );
  }
  if (typeof recallId !== 'string' || recallId === '') {
    throw new CredentialError(
      `The evidence key's recallId must be a text, but is ${show(recallId)}. ${REMEDY}`,
    );
  }
  const bytes = typeof key === 'string' ? fromBase64(key) : undefined;
  if (bytes?.length !== KEY_BYTES) {
    const found = bytes === undefined ? 'no base64' : `${bytes.length} bytes`;
    throw new CredentialError(
      `The evidence key's key must be ${KEY_BYTES} bytes in base64, but is ${found}. ${REMEDY}`,
    );
  }
  return { recallId, key: bytes };
}

function fieldsOf(text: string): Readonly<Record<'format' | 'recallId' | 'key', unknown>> {
  if (/^\s*-----BEGIN /.test(text)) {
    throw new CredentialError(
      `The evidence key is a PEM key, which is for signatures; it must be one line of JSON. ${REMEDY}`,
    );
  }
  const value = parse(text.replace(/^\uFEFF/, ''));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CredentialError(`The evidence key must be a JSON object, but is ${kindOf(value)}. ${REMEDY}`);
  }
  return { format: undefined, recallId: undefined, key: undefined, ...value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own words quote the text, and the text holds the key: neither message nor cause may stay
    const found = text.trim() === '' ? 'it is empty' : `${text.length} characters`;
    throw new CredentialError(`The evidence key is not JSON (${found}). ${REMEDY}`);
  }
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'an array' : `of type ${typeof value}`);
