import { h } from '../../dom.js';
import { formatBytes, formatCount, formatDuration, formatSelector, formatTime } from '../../words/format.js';
import { words } from '../../words/words.js';
import { toSend } from '../recall/progress/outcome.js';
import { stateBadge } from '../recall/progress/state-badge.js';

/** @typedef {import('../../api/types.d.ts').Recall} Recall */

/**
 * A recall in a line: which, how it stands, and who has begun it when and why.
 *
 * @param {Recall} recall
 * @param {(recall: Recall) => void} onOpen
 * @returns {HTMLElement}
 */
export const listLine = (recall, onOpen) =>
  h(
    'button',
    { type: 'button', class: 'line', click: () => onOpen(recall) },
    h('span', { class: 'what' }, formatSelector(recall.selector)),
    stateBadge(recall),
    h('span', { class: 'facts-line' }, countsOf(recall).join(' · ')),
    h(
      'span',
      { class: 'hint facts-line' },
      `${formatTime(recall.createdAt)} · `,
      ...startedBy(recall),
      h('code', {}, recall.recallId),
    ),
  );

/** @param {Recall} recall @returns {readonly string[]} */
function countsOf(recall) {
  const { state, targets, forgotten, upload, remainingMs } = recall;
  if (state === 'uploading') return [uploadWords(upload)];
  const { rejected, unknown } = targets;
  return [
    words.acceptedSome(formatCount(targets.accepted), formatCount(toSend(recall))),
    ...(rejected > 0 ? [`${formatCount(rejected)} ${words.counts.rejected}`] : []),
    ...(unknown > 0 ? [`${formatCount(unknown)} ${words.counts.unknown}`] : []),
    ...(state === 'running' && remainingMs !== undefined
      ? [words.remainingShort(formatDuration(remainingMs))]
      : []),
    ...(forgotten ? [words.forgotten] : []),
  ];
}

/** @param {Recall['upload']} upload */
function uploadWords(upload) {
  if (upload?.complete === true) return words.uploaded;
  const { offset = 0, length } = upload ?? {};
  if (length === 0) return words.emptyFile;
  return length === undefined
    ? words.uploadedSome(formatBytes(offset))
    : words.uploadedOf(formatBytes(offset), formatBytes(length));
}

/** @param {Recall} recall @returns {readonly string[]} */
function startedBy({ audit: [first] }) {
  if (first === undefined) return [];
  return [first.reason === undefined ? `${first.by} · ` : `${first.by} – ${first.reason} · `];
}
