/** The nonces that came lately, so that none comes twice. Forgets those that are old enough to come again. */
export class Nonces {
  /** By nonce, the oldest first: when it came, by the monotonic clock. */
  readonly #seenAt = new Map<string, number>();

  /** Whether it is new; notes it if so. */
  take(nonce: string, nowMs: number, keepMs: number): boolean {
    this.#forget(nowMs - keepMs);
    if (this.#seenAt.has(nonce)) return false;
    this.#seenAt.set(nonce, nowMs);
    return true;
  }

  /** How many are remembered. */
  get count(): number {
    return this.#seenAt.size;
  }

  #forget(before: number): void {
    for (const [nonce, seenAt] of this.#seenAt) {
      if (seenAt > before) return;
      this.#seenAt.delete(nonce);
    }
  }
}
