/** Compares the head hash with one that was noted elsewhere. */
export interface HeadCheck {
  /** The next record's hash. */
  take(hash: string): void;
  /** What is wrong, once all were seen. */
  problem(): string | undefined;
}

export function createHeadCheck(expected: string | undefined): HeadCheck {
  const sought = expected?.toLowerCase();
  let taken = 0;
  let foundAt: number | undefined;
  return {
    take(hash) {
      taken += 1;
      if (hash === sought) foundAt = taken;
    },
    problem() {
      if (sought === undefined || (taken > 0 && foundAt === taken)) return undefined;
      if (foundAt === undefined) {
        return `The hash that was noted, ${sought}, is that of no record here: this is not the evidence it was taken from, or it was written anew.`;
      }
      const added = taken - foundAt;
      return `The hash that was noted is that of record ${foundAt}, not of the head: ${added} ${added === 1 ? 'record was' : 'records were'} added since. Up to record ${foundAt} it is what was noted.`;
    },
  };
}
