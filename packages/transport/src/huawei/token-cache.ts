import type { HuaweiToken } from './token.ts';

/**
 * A place outside the process to keep the token: KV, Redis and so on, so that a new instance need not sign.
 *
 * **A token is a secret**: for up to an hour, whoever reads it can push in the app's name. Use a store that only
 * your servers reach, encrypted at rest, and let entries end with `expiresAt`. Never a browser, a log or a CDN.
 *
 * A cache may fail or be slow: the client then signs for itself and reports it through `onCacheFailure`.
 */
export interface TokenCache {
  /** The token kept under `key`, or nothing (`undefined`, or `null` as KV has it) if there is none. */
  get(key: string): Promise<HuaweiToken | null | undefined>;
  /** Keeps `token` under `key`, in place of the one before. */
  set(key: string, token: HuaweiToken): Promise<void>;
}

/** A token cache in this process's memory, for several clients of one account. */
export function createMemoryTokenCache(): TokenCache {
  const tokens = new Map<string, HuaweiToken>();
  return {
    get: (key) => Promise.resolve(tokens.get(key)),
    set: (key, token) => {
      tokens.set(key, token);
      return Promise.resolve();
    },
  };
}
