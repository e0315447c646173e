import { setTimeout as sleep } from 'node:timers/promises';
import type { RecallStore } from '@unpush/recall';

const LOOK_MS = 250;
/** Longer than an owner that was killed is waited for. */
const PATIENCE_MS = 15_000;

/** Resolves when nobody works any more on a recall that was stopped, or after quarter of a minute. */
export async function untilStill(
  store: Pick<RecallStore, 'read'>,
  recallId: string,
  signal: AbortSignal,
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!signal.aborted && performance.now() < end) {
    await using record = await store.read(recallId);
    const [wanted, { state }] = await Promise.all([record.wanted(), record.summary()]);
    if (state !== 'running' || wanted === 'run') return;
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}
