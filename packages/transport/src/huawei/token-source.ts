import type { Clock, CredentialId, Random } from '@unpush/core';
import { createFlight } from '../async/flight.ts';
import { systemClock } from '../clock/system-clock.ts';
import { cachedTokens, type CacheFailure } from './cached-tokens.ts';
import { hold, isFresh, type HeldToken } from './held-token.ts';
import type { ServiceAccount } from './service-account.ts';
import type { TokenCache } from './token-cache.ts';
import { createTokenSigner } from './token-signer.ts';
import type { HuaweiToken } from './token.ts';

/** Gives out the token to use, and makes a new one when it is time. */
export interface TokenSource {
  /** The token in use. Throws `CredentialError` if the key cannot sign. */
  current(): Promise<HuaweiToken>;
  /** Replaces the token named `refused`; does nothing if a newer one is already in use. */
  renew(refused: CredentialId): Promise<void>;
}

/** Options of {@link createTokenSource}. */
export interface TokenSourceOptions {
  readonly account: ServiceAccount;
  readonly cache?: TokenCache;
  /** Told when the cache fails, gives back no token, or takes longer than a second. Nothing else comes of it. */
  readonly onCacheFailure?: (failure: CacheFailure) => void;
  /**
   * True where a promise made in one request may not be awaited in another, as on Cloudflare Workers: then
   * requests that come together, and find no token, each sign one. Default false: one signs, the others wait.
   */
  readonly isolateRequests?: boolean;
  readonly clock?: Clock;
  readonly random?: Random;
}

/**
 * Signs a token when one is needed and uses it until 5 minutes before its end, an hour after it was signed:
 * a signature with a key of 4096 bits takes several milliseconds of CPU.
 *
 * @example
 * ```ts
 * const tokens = createTokenSource({ account: new ServiceAccount(json) });
 * const { jwt } = await tokens.current();
 * ```
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { account, cache, onCacheFailure, isolateRequests = false } = options;
  const { clock = systemClock, random = Math.random } = options;
  const key = `unpush:huawei:${account.subAccount}:${account.keyId}`;
  const cached = cachedTokens({ cache, key, clock, onCacheFailure });
  const sign = createTokenSigner({ account, clock, random });
  const flight = createFlight<HuaweiToken>({ shared: !isolateRequests });
  let held: HeldToken | undefined;
  let spent: HuaweiToken | undefined;

  const current = (): Promise<HuaweiToken> => {
    if (held !== undefined && isFresh(held, clock)) return Promise.resolve(held.token);
    drop();
    return flight(obtain);
  };

  const drop = (): void => {
    spent = held?.token ?? spent;
    held = undefined;
  };

  const obtain = async (): Promise<HuaweiToken> => {
    const found = await cached.get();
    if (found !== undefined && isUsable(found)) return use(found);
    const signed = use(await sign());
    await cached.set(signed);
    return signed;
  };

  const use = (token: HuaweiToken): HuaweiToken => {
    held = hold(token, clock);
    return token;
  };

  /** A cache may still give out the token that was refused or has grown old, or one from before it. */
  const isUsable = (token: HuaweiToken): boolean => {
    const isNewer = spent === undefined || (token.id !== spent.id && token.issuedAt >= spent.issuedAt);
    return isNewer && isFresh(hold(token, clock), clock);
  };

  const renew = async (refused: CredentialId): Promise<void> => {
    if (held?.token.id !== refused) return;
    drop();
    await current();
  };

  return { current, renew };
}
