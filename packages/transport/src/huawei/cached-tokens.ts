import type { Clock } from '@unpush/core';
import { withTimeLimit } from '../async/time-limit.ts';
import type { TokenCache } from './token-cache.ts';
import { isToken, type HuaweiToken } from './token.ts';

/** A cache that could not be asked or told. */
export interface CacheFailure {
  readonly operation: 'get' | 'set';
  readonly error: unknown;
}

/** A token cache as its user sees it: it may be absent, and it never fails. */
export interface CachedTokens {
  get(): Promise<HuaweiToken | undefined>;
  set(token: HuaweiToken): Promise<void>;
}

/** What a cache is used with. */
export interface CachedTokensOptions {
  readonly cache: TokenCache | undefined;
  readonly key: string;
  readonly clock: Clock;
  readonly onCacheFailure: ((failure: CacheFailure) => void) | undefined;
}

/** A slower cache is no help: a signature takes a few milliseconds. */
const LIMIT_MS = 1000;

/** Takes the failures out of a cache: they are told, and the token is signed anew. */
export function cachedTokens({ cache, key, clock, onCacheFailure }: CachedTokensOptions): CachedTokens {
  if (cache === undefined) return { get: () => Promise.resolve(undefined), set: () => Promise.resolve() };

  const attempt = async <T>(
    operation: CacheFailure['operation'],
    work: () => Promise<T>,
  ): Promise<T | undefined> => {
    try {
      return await withTimeLimit(work(), { clock, ms: LIMIT_MS });
    } catch (error) {
      onCacheFailure?.({ operation, error });
      return undefined;
    }
  };

  return {
    get: () =>
      attempt('get', async () => {
        const found: unknown = await cache.get(key);
        if (found === undefined || found === null) return undefined;
        if (!isToken(found)) throw new Error('the cache gave back something that is no token');
        return found;
      }),
    set: (token) => attempt('set', () => cache.set(key, token)),
  };
}
