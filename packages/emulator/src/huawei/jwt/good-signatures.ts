import type { RegisteredKey } from '../service-account.ts';

/** A client that signs anew for each request must not fill the memory. */
const MOST_A_KEY = 1000;

/**
 * The JWTs whose signature was found good, by key. One comes with many requests, and to check its signature costs
 * as much as half of all the rest; what it claims is checked anew each time.
 */
export class GoodSignatures {
  readonly #byKey = new WeakMap<RegisteredKey, Set<string>>();

  has(key: RegisteredKey, jwt: string): boolean {
    return this.#byKey.get(key)?.has(jwt) ?? false;
  }

  add(key: RegisteredKey, jwt: string): void {
    const known = this.#byKey.get(key);
    if (known === undefined || known.size >= MOST_A_KEY) this.#byKey.set(key, new Set([jwt]));
    else known.add(jwt);
  }
}
