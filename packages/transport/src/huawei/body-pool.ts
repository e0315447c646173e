/** Lends memory for request bodies. */
export interface BodyPool {
  /** At least as many bytes, with whatever is in them. */
  take(bytes: number): Uint8Array<ArrayBuffer>;
  /**
   * Gives the memory back, once nobody looks at it any more. What may still be on its way out, as after an abort, is
   * not given back: the collector finds it.
   */
  giveBack(memory: Uint8Array<ArrayBuffer>): void;
}

/** A body of 1000 tokens has some 115 KB: such sizes come again and again. */
const STEP = 32 * 1024;

/** How many are kept that nobody uses. */
const MOST = 16;

/** Keeps the memory of bodies: new memory of this size costs about as much as sending what is put there. */
export function createBodyPool(): BodyPool {
  const free: Uint8Array<ArrayBuffer>[] = [];
  return {
    take(bytes) {
      const last = free.pop();
      if (last !== undefined && last.length >= bytes) return last;
      return new Uint8Array(STEP * Math.ceil(bytes / STEP));
    },
    giveBack(memory) {
      if (free.length < MOST) free.push(memory);
    },
  };
}
