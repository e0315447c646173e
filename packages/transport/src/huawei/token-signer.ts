import type { Clock, Random } from '@unpush/core';
import type { CryptoKey } from 'jose';
import type { ServiceAccount } from './service-account.ts';
import { signJwt, TOKEN_LIFETIME_S } from './sign-jwt.ts';
import { importSigningKey } from './signing-key.ts';
import { nameToken, type HuaweiToken } from './token.ts';

/** What tokens are made from. */
export interface TokenSignerOptions {
  readonly account: ServiceAccount;
  readonly clock: Clock;
  readonly random: Random;
}

/** Makes new tokens; the key is imported at the first. */
export function createTokenSigner({
  account,
  clock,
  random,
}: TokenSignerOptions): () => Promise<HuaweiToken> {
  const { keyId, subAccount } = account;
  let key: CryptoKey | undefined;
  return async () => {
    key ??= await importSigningKey(account);
    const issuedAt = Math.floor(clock.wall() / 1000);
    const jwt = await signJwt({ key, keyId, subAccount, issuedAt });
    const id = nameToken({ keyId, issuedAt, random });
    return { id, jwt, issuedAt, expiresAt: issuedAt + TOKEN_LIFETIME_S };
  };
}
