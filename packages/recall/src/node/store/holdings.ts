import type { OwnedRecall } from '../../store/recall-store.ts';

/** What a store holds of a recall: the place of one that is not made yet, or the recall itself. */
export interface Holding {
  readonly owned?: OwnedRecall;
  readonly letGo: () => void;
}

/** What a store holds at this moment, by recall. */
export interface Holdings {
  /** Throws where the store was closed. */
  assertOpen(): void;
  /** Takes it up; what comes back lets go of it, once. */
  hold(recallId: string, holding: Holding): () => void;
  owned(recallId: string): OwnedRecall | undefined;
  /** Lets go of everything, and takes nothing up any more. */
  close(): void;
}

export function createHoldings(): Holdings {
  const held = new Map<string, Holding>();
  let open = true;
  return {
    assertOpen() {
      if (!open) throw new Error('the store of recalls was closed');
    },
    hold(recallId, holding) {
      held.set(recallId, holding);
      return () => {
        // The recall may have been taken again since
        if (held.get(recallId) === holding) held.delete(recallId);
        holding.letGo();
      };
    },
    owned: (recallId) => held.get(recallId)?.owned,
    close() {
      open = false;
      for (const { letGo } of held.values()) letGo();
      held.clear();
    },
  };
}
