import type { KeptError } from '../../store/object-store.ts';

/** What could not be worked on lately, and when it is tried again. */
export interface Troubles {
  /** @param message - what has gone wrong, without secrets. */
  note(recallId: string, message: string): void;
  of(recallId: string): KeptError | undefined;
  clear(recallId: string): void;
  /** Whether it is to be left alone for now. */
  has(recallId: string): boolean;
  /** When the first of these is to be tried again. Wall clock, in milliseconds. */
  next(recallIds: readonly string[]): number | undefined;
}

const FIRST_MS = 5000;
const LONGEST_MS = 5 * 60_000;

interface Noted {
  readonly times: number;
  /** Wall clock, in milliseconds. */
  readonly until: number;
  readonly error: KeptError;
}

export function createTroubles(): Troubles {
  const noted = new Map<string, Noted>();
  return {
    note(recallId, message) {
      const times = (noted.get(recallId)?.times ?? 0) + 1;
      const ms = Math.min(LONGEST_MS, FIRST_MS * 2 ** (times - 1));
      const error = { at: new Date().toISOString(), message };
      noted.set(recallId, { times, until: Date.now() + ms, error });
    },
    of: (recallId) => noted.get(recallId)?.error,
    clear(recallId) {
      noted.delete(recallId);
    },
    has: (recallId) => (noted.get(recallId)?.until ?? 0) > Date.now(),
    next(recallIds) {
      const times = recallIds.map((recallId) => noted.get(recallId)?.until ?? Date.now());
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}
