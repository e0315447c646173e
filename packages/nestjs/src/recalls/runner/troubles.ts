/** Which recalls have failed lately, so that they are not tried again at once, nor told of each time. */
export interface Troubles {
  /** Whether it is too early for another try. */
  has(recallId: string): boolean;
  /** It has failed, perhaps once more; says whether that is new. */
  note(recallId: string, message: string): boolean;
}

interface Trouble {
  readonly times: number;
  readonly until: number;
  readonly message: string;
}

const FIRST_WAIT_MS = 3000;
const LONGEST_WAIT_MS = 60_000;

export function createTroubles(): Troubles {
  const troubles = new Map<string, Trouble>();
  return {
    has: (recallId) => (troubles.get(recallId)?.until ?? 0) > performance.now(),
    note(recallId, message) {
      const before = troubles.get(recallId);
      const times = (before?.times ?? 0) + 1;
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (times - 1), LONGEST_WAIT_MS);
      troubles.set(recallId, { times, until: performance.now() + wait, message });
      return before?.message !== message;
    },
  };
}
