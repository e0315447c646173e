import { percentEncode } from '@unpush/core';
import { bytesToHex } from './hex.ts';

/** The algorithm's name, at the head of the header and of what is signed. */
const ALGORITHM = 'ACS3-HMAC-SHA256';

// The name stands for a value in Node's types and for a type in the browser's; this one holds in both.
export type HmacKey = Parameters<typeof crypto.subtle.sign>[1];

/** A request as far as its signature covers it. */
export interface SignableRequest {
  readonly method: string;
  /** The path of the URL, percent-encoded as it is sent. */
  readonly path: string;
  /** The query's parameters, as text that is not yet encoded. */
  readonly query?: Readonly<Record<string, string>>;
  /** All headers that are to be signed, by name in lower case: `host`, `content-type` and every `x-acs-…`. */
  readonly headers: Readonly<Record<string, string>>;
  /** {@link hashOf} the body. */
  readonly bodyHash: string;
}

/** Whose signature it is. */
export interface Signer {
  readonly accessKeyId: string;
  readonly key: HmacKey;
}

const encoder = new TextEncoder();

/** Makes a secret ready to sign. */
export function importHmacKey(secret: string): Promise<HmacKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
}

/** SHA-256 in lower-case hexadecimal, as the header `x-acs-content-sha256` wants it. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(await crypto.subtle.digest('SHA-256', bytes));
}

/**
 * The `Authorization` header of a request, by Alibaba Cloud's signature version 3.
 *
 * @see https://help.aliyun.com/document_detail/2593177.html
 */
export async function signAcs3(request: SignableRequest, { accessKeyId, key }: Signer): Promise<string> {
  const canonical = canonicalRequest(request);
  const toSign = `${ALGORITHM}\n${await hashOf(new Uint8Array(encoder.encode(canonical)))}`;
  const signature = bytesToHex(await crypto.subtle.sign('HMAC', key, encoder.encode(toSign)));
  const signed = sortedNames(request.headers).join(';');
  return `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${signed},Signature=${signature}`;
}

function canonicalRequest({ method, path, query = {}, headers, bodyHash }: SignableRequest): string {
  const names = sortedNames(headers);
  return [
    method,
    path,
    sortedNames(query)
      .map((name) => `${percentEncode(name)}=${percentEncode(query[name] ?? '')}`)
      .join('&'),
    ...names.map((name) => `${name}:${headers[name]?.trim() ?? ''}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n');
}

/** By code units, whatever the locale. */
const sortedNames = (fields: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(fields).sort((one, other) => (one < other ? -1 : 1));
