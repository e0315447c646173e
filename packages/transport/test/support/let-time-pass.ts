import { settle, type ManualClock } from './manual-clock.ts';

/** Does some work whose waits pass by themselves: its first sleep is its deadline, those after it are waits. */
export async function letTimePass<T>(clock: ManualClock, work: () => Promise<T>): Promise<T> {
  const state = { isOver: false };
  let slept = clock.slept.length + 1;
  const result = work().finally(() => {
    state.isOver = true;
  });
  result.catch(() => undefined);
  for (;;) {
    await settle();
    if (state.isOver) return result;
    const next = clock.slept[slept];
    if (next !== undefined) {
      slept += 1;
      await clock.advance(next);
    }
  }
}
