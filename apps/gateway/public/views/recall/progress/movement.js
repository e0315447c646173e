import { settledIn } from './outcome.js';

/** @typedef {import('../../../api/types.d.ts').Recall} Recall */

/**
 * How a recall moves, as this page has seen it.
 *
 * @typedef {object} Movement
 * @property {number} [stillSince] wall clock, in milliseconds: since when no target has come to its outcome, where that is long
 * @property {boolean} isThrottled whether the vendor has lately refused requests for their pace
 * @property {boolean} isFailing whether requests were lately repeated after a fault
 */

/** Nobody is troubled by a shorter pause. */
const STILL_MS = 10_000;
const LONGEST_STILL_MS = 60_000;
/** A request carries so many targets at the most. */
const BATCH = 1000;
const LATELY_MS = 15_000;

/**
 * Watches the counts of a recall, which say how much has happened, and not when.
 *
 * @returns {(recall: Recall, now: number) => Movement}
 */
export function createMovement() {
  let watches = createWatches();
  let wasRunning = false;
  return (recall, now) => {
    const isRunning = recall.state === 'running';
    // What went on before it stood still by order says nothing about now
    if (isRunning && !wasRunning) watches = createWatches();
    wasRunning = isRunning;
    const settledAt = watches.settled(settledIn(recall), now);
    const throttledAt = watches.throttled(recall.requests.throttled, now);
    const retriedAt = watches.retried(recall.requests.retried, now);
    const isStill = isRunning && now - settledAt.at >= stillAfter(recall);
    const isLate = (/** @type {LastRise} */ { at, hasRisen }) =>
      isRunning && hasRisen && (now - at < LATELY_MS || (isStill && at > settledAt.at));
    return {
      ...(isStill ? { stillSince: settledAt.at } : {}),
      isThrottled: isLate(throttledAt),
      isFailing: isLate(retriedAt),
    };
  };
}

const createWatches = () => ({
  settled: createLastRise(),
  throttled: createLastRise(),
  retried: createLastRise(),
});

/** At a slow pace a single request takes its time. @param {Recall} recall */
const stillAfter = ({ targetsPerSecond = Infinity }) =>
  Math.max(STILL_MS, Math.min(LONGEST_STILL_MS, ((2 * BATCH) / targetsPerSecond) * 1000));

/** @typedef {{ readonly at: number, readonly hasRisen: boolean }} LastRise `at`: when it rose, or was first seen */

/** @returns {(count: number, now: number) => LastRise} */
function createLastRise() {
  /** @type {number | undefined} */
  let before;
  /** @type {LastRise} */
  let last = { at: 0, hasRisen: false };
  return (count, now) => {
    if (count !== before) last = { at: now, hasRisen: before !== undefined };
    before = count;
    return last;
  };
}
