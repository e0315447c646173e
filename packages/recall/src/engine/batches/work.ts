import type { Placed } from './placed.ts';

/** A batch on its way to a final verdict. */
export interface Work {
  readonly placed: Placed;
  /** The batch of the input it was cut from. */
  readonly family: Family;
  /** Names it in the ledger. */
  readonly id: number;
  readonly parent?: number;
  /** Whether an exchange with these targets got no usable answer. Once true it stays so, for its parts as well. */
  mayHaveBeenReceived: boolean;
}

/** What has become of one batch of the input and all its parts. */
export interface Family {
  readonly targets: number;
  /** Whether it is tried alone, before the rest. */
  readonly canary: boolean;
  accepted: number;
  refused: number;
}

/** A batch of the input, as it comes in. */
export function firstWork(placed: Placed, { id, canary }: { id: number; canary: boolean }): Work {
  const family = { targets: placed.batch.count, canary, accepted: 0, refused: 0 };
  return { placed, family, id, mayHaveBeenReceived: false };
}

/** Cuts a batch into parts of at most `size` targets. */
export function cut(placed: Placed, size: number): readonly Placed[] {
  const { count } = placed.batch;
  const parts: Placed[] = [];
  for (let start = 0; start < count; start += size) {
    parts.push(placed.slice(start, Math.min(start + size, count)));
  }
  return parts;
}
