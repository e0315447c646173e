import type { Recall, RecallSummary } from '@unpush/recall';
import { settledOf, type Reading } from './describe-progress.ts';
import { createSpeedometer } from './speedometer.ts';

/** How a recall stood when this session began; what was done before is no speed of this one. */
export type Before = Pick<RecallSummary, 'targets' | 'requests' | 'elapsedMs'>;

/** A moment without progress is no news. */
const HELD_AFTER_MS = 2000;

/** Reads off a recall under way; asked every now and then. */
export function createReadings(
  recall: Pick<Recall, 'snapshot' | 'remainingMs'>,
  before: Before | undefined,
): () => Reading {
  const speed = createSpeedometer();
  const base = before === undefined ? 0 : settledOf(before.targets);
  let moved = { settled: 0, throttled: before?.requests.throttled ?? 0, atMs: 0 };
  let isFirst = true;
  return () => {
    const summary = recall.snapshot();
    const settled = Math.max(0, settledOf(summary.targets) - base);
    const atMs = Math.max(0, summary.elapsedMs - (before?.elapsedMs ?? 0));
    const { throttled } = summary.requests;
    if (settled !== moved.settled) moved = { settled, throttled, atMs };
    const remainingMs = recall.remainingMs();
    const reading = {
      summary,
      perSecond: speed.measure(settled, atMs),
      ...(remainingMs !== undefined && { remainingMs }),
      isHeld: summary.state === 'running' && throttled > moved.throttled && atMs - moved.atMs > HELD_AFTER_MS,
      isFirst,
    };
    isFirst = false;
    return reading;
  };
}
