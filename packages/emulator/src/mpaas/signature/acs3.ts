import { type Parameter, canonicalQuery } from './canonical-query.ts';
import { sha256Hex, toHex } from './hex.ts';
import type { Hmac } from './hmac.ts';

/** The newer signature, as it is named in `Authorization`. */
export const ACS3 = 'ACS3-HMAC-SHA256';

/** What ACS3 signs. */
export interface Acs3Request {
  readonly method: string;
  /** The path as it came, encoded. */
  readonly path: string;
  /** The parameters of the query, decoded. */
  readonly query: readonly Parameter[];
  /** The headers that are signed, by lower-case name, in the caller's order. */
  readonly signedHeaders: readonly Parameter[];
  /** SHA-256 of the body's bytes, in hexadecimal digits. */
  readonly bodyHash: string;
}

/** The two lines that are signed: the algorithm, and the hash of the canonical request. */
export async function acs3StringToSign(request: Acs3Request): Promise<string> {
  return `${ACS3}\n${await sha256Hex(canonicalRequest(request))}`;
}

/** The signature, in hexadecimal digits. */
export async function acs3Signature(stringToSign: string, hmac: Hmac): Promise<string> {
  return toHex(await hmac.sha256(stringToSign));
}

function canonicalRequest({ method, path, query, signedHeaders, bodyHash }: Acs3Request): string {
  const headers = signedHeaders.map(([name, value]) => `${name}:${value.trim()}\n`).join('');
  const names = signedHeaders.map(([name]) => name).join(';');
  return [method, path, canonicalQuery(query), headers, names, bodyHash].join('\n');
}
