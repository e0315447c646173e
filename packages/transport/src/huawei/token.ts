import type { CredentialId, Random } from '@unpush/core';

/** A signed token. `jwt` is a secret: never log it, name it by `id`. */
export interface HuaweiToken {
  /** Names the token without containing it. */
  readonly id: CredentialId;
  readonly jwt: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** What a token's name is made of. */
export interface TokenName {
  readonly keyId: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly random: Random;
}

/** A name for a token: whose key, when, and a random part for those of the same second. Nothing of the token. */
export function nameToken({ keyId, issuedAt, random }: TokenName): CredentialId {
  const part = Math.floor(random() * 2 ** 32).toString(36);
  return `${keyId.slice(0, 6)}.${issuedAt.toString(36)}.${part}`;
}

/** Whether what a cache gave back is a token, as far as can be told. */
export function isToken(value: unknown): value is HuaweiToken {
  if (typeof value !== 'object' || value === null) return false;
  const { id, jwt, issuedAt, expiresAt } = value as Partial<Record<keyof HuaweiToken, unknown>>; // each is checked below
  return (
    typeof id === 'string' &&
    /^[\w.-]{1,64}$/.test(id) &&
    typeof jwt === 'string' &&
    /^[\w-]+\.[\w-]+\.[\w-]+$/.test(jwt) &&
    Number.isSafeInteger(issuedAt) &&
    Number.isSafeInteger(expiresAt)
  );
}
