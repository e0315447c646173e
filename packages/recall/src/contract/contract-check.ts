/** One thing a port promises, and how to find out whether an implementation keeps it. */
export interface ContractCheck<T> {
  /** What holds, as the end of a sentence that begins with "it". */
  readonly holds: string;
  /** Rejects, saying what does not hold. `make` gives a fresh implementation each time. */
  readonly check: (make: () => T | Promise<T>) => Promise<void>;
}

/** Throws unless both are the same JSON, in whatever order fields stand. */
export function mustEqual(found: unknown, expected: unknown): void {
  const [is, should] = [stable(found), stable(expected)];
  if (is !== should) throw new Error(`expected ${should}, but found ${is}`);
}

/** Throws unless it is refused. */
export async function mustRefuse(what: string, attempt: Promise<unknown>): Promise<void> {
  const refused = await attempt.then(
    () => false,
    () => true,
  );
  if (!refused) throw new Error(`${what} must be refused`);
}

const stable = (value: unknown): string => JSON.stringify([value], sorted);

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
