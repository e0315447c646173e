import { fromBase64Url } from '../../base64.ts';

/** A JWT in its parts, nothing checked yet. */
export interface ParsedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signedBytes: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Takes a JWT in the compact form (RFC 7515, section 7.1) apart; undefined if it is none. */
export function parseJwt(text: string): ParsedJwt | undefined {
  const [header, claims, signature, ...rest] = text.split('.');
  if (header === undefined || claims === undefined || signature === undefined || rest.length > 0)
    return undefined;
  const headerObject = readObject(header);
  const claimsObject = readObject(claims);
  const signatureBytes = fromBase64Url(signature);
  if (headerObject === undefined || claimsObject === undefined || signatureBytes === undefined)
    return undefined;
  return {
    header: headerObject,
    claims: claimsObject,
    signedBytes: new Uint8Array(new TextEncoder().encode(`${header}.${claims}`)),
    signature: signatureBytes,
  };
}

function readObject(part: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = fromBase64Url(part);
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes),
    );
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // not UTF-8, or not JSON
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
