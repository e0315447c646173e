import type { EvidenceMeans } from './keep-ledger.ts';
import type { RecallFacts } from '../summary/facts.ts';

/** Evidence made with the Web Crypto of the platform, under a key of 32 random bytes. */
export function webEvidence(facts: RecallFacts, key: Uint8Array): EvidenceMeans {
  const { subtle } = crypto;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  let imported: ReturnType<typeof subtle.importKey> | undefined;
  return {
    facts,
    sha256: async (text) => hex(await subtle.digest('SHA-256', new TextEncoder().encode(text))),
    digest: async (parts) => {
      imported ??= subtle.importKey('raw', new Uint8Array(key), algorithm, false, ['sign']);
      return hex(await subtle.sign('HMAC', await imported, joined(parts)));
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
