/** A JWT, taken apart. */
export interface Parts {
  readonly header: unknown;
  readonly claims: unknown;
}

/** Reads a JWT without any library of ours. */
export function partsOf(jwt: string): Parts {
  const [header = '', claims = ''] = jwt.split('.');
  const read = (part: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(part)));
  return { header: read(header), claims: read(claims) };
}

/** What was signed, and the signature. */
export function signatureOf(jwt: string): Record<'signed' | 'signature', Uint8Array<ArrayBuffer>> {
  const end = jwt.lastIndexOf('.');
  return { signed: new TextEncoder().encode(jwt.slice(0, end)), signature: bytesOf(jwt.slice(end + 1)) };
}

/** The same with the last letter of its claims changed. */
export function forge(jwt: string): string {
  return jwt.replace(
    /\.([^.]+)\./,
    (_whole, claims: string) => `.${claims.slice(0, -1)}${claims.endsWith('A') ? 'B' : 'A'}.`,
  );
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
