import { h } from '../../../dom.js';
import { formatClock, formatCount, formatDuration, formatMinute, formatTime } from '../../../words/format.js';
import { words } from '../../../words/words.js';
import { outcomeOf, toSend } from './outcome.js';
import { stateBadge } from './state-badge.js';

/** @typedef {import('../../../api/types.d.ts').Recall} Recall */
/** @typedef {import('./movement.js').Movement} Movement */

/**
 * How a recall stands: its state, when it will be over, how fast it goes, and what it waits for.
 *
 * @param {Recall} recall
 * @param {Movement} movement
 * @param {number} heardAt when it was told. Wall clock, in milliseconds
 * @returns {readonly HTMLElement[]}
 */
export const standingView = (recall, movement, heardAt) => [
  h(
    'p',
    { class: 'standing' },
    stateBadge(recall),
    ...figures(recall, movement, heardAt).map((text) => h('span', {}, text)),
  ),
  ...waits(recall, movement).map((text) => h('p', { class: 'waits' }, text)),
];

/** @param {Recall} recall @param {Movement} movement @param {number} heardAt @returns {readonly string[]} */
function figures(recall, { stillSince }, heardAt) {
  const { state, remainingMs, targetsPerSecond, requests } = recall;
  const isRunning = state === 'running' && recall.wanted === 'run';
  return [
    ...(isRunning
      ? [stillSince === undefined ? timeLeft(remainingMs, heardAt) : words.remainingUnknown]
      : []),
    ...(isRunning && targetsPerSecond !== undefined ? [words.perSecond(formatCount(targetsPerSecond))] : []),
    ...(state === 'finished' ? [outcomeWords(recall)] : []),
    ...(requests.sent > 0
      ? [words.requests(formatCount(requests.sent), formatCount(requests.throttled))]
      : []),
  ];
}

/** @param {number | undefined} remainingMs @param {number} heardAt */
const timeLeft = (remainingMs, heardAt) =>
  remainingMs === undefined
    ? words.remainingUnknown
    : words.remaining(formatDuration(remainingMs), formatMinute(heardAt + remainingMs));

/** @param {Recall} recall */
function outcomeWords(recall) {
  const all = formatCount(toSend(recall));
  const outcome = outcomeOf(recall);
  if (outcome === 'some') return words.acceptedSome(formatCount(recall.targets.accepted), all);
  return outcome === 'all' ? words.acceptedAll(all) : words.acceptedNone(all);
}

/** What a recall waits for, and since when. @param {Recall} recall @param {Movement} movement @returns {readonly string[]} */
function waits({ state, wanted, error, audit, createdAt, upload }, { stillSince, isThrottled, isFailing }) {
  if (state === 'waiting') {
    if (error !== undefined) return [words.waitsAfterError(formatTime(error.at))];
    return [words.waitsForTurn(formatTime(audit.at(-1)?.at ?? createdAt))];
  }
  if (state === 'uploading') return upload?.complete === true && error === undefined ? [words.settling] : [];
  if (state !== 'running') return [];
  if (wanted === 'stop') return [words.stoppingMeans];
  return [
    ...(stillSince === undefined ? [] : [words.standsStill(formatClock(stillSince))]),
    ...(isThrottled ? [words.throttledMeans] : []),
    ...(isFailing ? [words.failingMeans] : []),
    ...(stillSince !== undefined && !isThrottled && !isFailing ? [words.stillMeans] : []),
  ];
}
