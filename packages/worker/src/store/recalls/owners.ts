import { underWay } from '../refusals.ts';

/** Proves that somebody owns a recall. */
export interface Ownership {
  readonly isOwned: () => boolean;
  letGo(): void;
}

/**
 * Who owns which recall. In mind only: no other object can reach the same storage, and what this one owned is free
 * when it is gone.
 */
export interface Owners {
  has(recallId: string): boolean;
  /** @throws LedgerError `under-way` where somebody has it. */
  take(recallId: string): Ownership;
}

export function createOwners(): Owners {
  const owned = new Map<string, Ownership>();
  return {
    has: (recallId) => owned.has(recallId),
    take(recallId) {
      if (owned.has(recallId)) throw underWay(recallId);
      const ownership: Ownership = {
        isOwned: () => owned.get(recallId) === ownership,
        letGo() {
          if (owned.get(recallId) === ownership) owned.delete(recallId);
        },
      };
      owned.set(recallId, ownership);
      return ownership;
    },
  };
}
