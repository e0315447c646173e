/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts `few` among `many` at random places: each way to do so is as likely as any other. */
export function strewn<T>(few: readonly T[], many: readonly T[], random: () => number): readonly T[] {
  const all = [...many];
  for (const item of few) all.splice(Math.floor(random() * (all.length + 1)), 0, item);
  return all;
}
