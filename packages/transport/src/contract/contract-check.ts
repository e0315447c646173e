/** One thing a port promises, and how to find out whether an implementation keeps it. */
export interface ContractCheck<T> {
  /** What holds, as the end of a sentence that begins with "it". */
  readonly holds: string;
  /** Rejects, saying what does not hold. `make` gives a fresh implementation each time. */
  readonly check: (make: () => T | Promise<T>) => Promise<void>;
}

/** Throws unless both are the same JSON. */
export function mustEqual(found: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
  if (is !== should) throw new Error(`expected ${should}, but found ${is}`);
}
