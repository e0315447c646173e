import { h } from '../dom.js';
import { formatCount, formatDuration } from '../words/format.js';
import { words } from '../words/words.js';

/** @typedef {import('../api/types.d.ts').Recall} Recall */

/**
 * How far a recall is: its state, a bar, the counts, and what stands in its way.
 *
 * @param {Recall} recall
 * @returns {HTMLElement}
 */
export function progressView(recall) {
  const { targets } = recall;
  const toSend = targets.read - targets.malformed - targets.duplicate;
  const settled = targets.accepted + targets.rejected + targets.unknown;
  return h(
    'div',
    { class: 'stack' },
    h('p', { class: 'standing' }, stateBadge(recall), ...standing(recall).map((text) => h('span', {}, text))),
    recall.state !== 'uploading' &&
      h('progress', {
        'aria-label': words.progress,
        max: String(Math.max(1, toSend)),
        value: String(settled),
      }),
    countsView(recall),
    targets.accepted > 0 && h('p', { class: 'hint' }, words.acceptedMeans),
    ...trouble(recall),
    codesView(recall),
    malformedView(recall),
  );
}

/** @param {Recall} recall @returns {HTMLElement} */
export const stateBadge = ({ state, wanted }) =>
  h(
    'span',
    { class: `badge ${state}` },
    state === 'running' && wanted === 'stop' ? words.stopping : words.states[state],
  );

/** @param {Recall} recall @returns {readonly string[]} */
function standing({ state, remainingMs, targetsPerSecond, requests, upload, error }) {
  const isRunning = state === 'running';
  return [
    ...(state === 'waiting' ? [words.waitingMeans] : []),
    ...(state === 'uploading' && upload?.complete === true && error === undefined ? [words.settling] : []),
    ...(isRunning && remainingMs !== undefined ? [words.remaining(formatDuration(remainingMs))] : []),
    ...(isRunning && targetsPerSecond !== undefined ? [words.perSecond(formatCount(targetsPerSecond))] : []),
    ...(requests.sent > 0
      ? [words.requests(formatCount(requests.sent), formatCount(requests.throttled))]
      : []),
  ];
}

const COUNTS = /** @type {const} */ ([
  'read',
  'accepted',
  'rejected',
  'unknown',
  'notAttempted',
  'malformed',
  'duplicate',
]);

/** @param {Recall} recall */
const countsView = ({ targets }) =>
  h(
    'dl',
    { class: 'counts' },
    ...COUNTS.map((name) =>
      h(
        'div',
        { class: `count ${name}`, 'data-count': name },
        h('dt', {}, words.counts[name]),
        h('dd', {}, formatCount(targets[name])),
      ),
    ),
  );

/** @param {Recall} recall @returns {readonly HTMLElement[]} */
function trouble({ stoppedBy, error }) {
  const why = [stoppedBy?.cause, stoppedBy?.code, stoppedBy?.message ?? stoppedBy?.failure].filter(
    (part) => part !== undefined,
  );
  return [
    ...(why.length > 0 ? [noteOf(words.stoppedBy, why.join(' · '))] : []),
    ...(error === undefined ? [] : [noteOf(words.lastError, error.message)]),
  ];
}

/** @param {string} title @param {string} text */
const noteOf = (title, text) => h('div', { class: 'note' }, h('strong', {}, title), h('p', {}, text));

/** @param {Recall} recall */
function codesView({ codes }) {
  const rows = Object.entries(codes).sort(([, one], [, other]) => other - one);
  return (
    rows.length > 0 &&
    h(
      'table',
      {},
      h('caption', {}, words.codes),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, words.code),
          h('th', { scope: 'col', class: 'number' }, words.targets),
        ),
      ),
      h(
        'tbody',
        {},
        ...rows.map(([code, count]) =>
          h('tr', {}, h('td', {}, h('code', {}, code)), h('td', { class: 'number' }, formatCount(count))),
        ),
      ),
    )
  );
}

/** @param {Recall} recall */
const malformedView = ({ firstMalformed = [] }) =>
  firstMalformed.length > 0 &&
  h(
    'details',
    {},
    h('summary', {}, words.malformedTitle),
    h(
      'ul',
      {},
      ...firstMalformed.map(({ line, reason, text }) =>
        h('li', {}, line === undefined ? '' : `${words.line(line)}: `, `${reason} `, h('code', {}, text)),
      ),
    ),
  );
