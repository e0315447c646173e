import type { HuaweiToken } from '@unpush/transport';

/** What a JWT says, without its signature. */
export interface DecodedToken {
  readonly header: unknown;
  readonly claims: unknown;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** Reads a JWT of ours. The signature, which makes it a secret, is left out. */
export function decode({ jwt, issuedAt, expiresAt }: HuaweiToken): DecodedToken {
  const [header = '', claims = ''] = jwt.split('.');
  return {
    header: parse(header),
    claims: parse(claims),
    issuedAt: new Date(issuedAt * 1000).toISOString(),
    expiresAt: new Date(expiresAt * 1000).toISOString(),
  };
}

const parse = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
