import { h, withCode } from '../../../dom.js';
import { formatDuration } from '../../../words/format.js';
import { words } from '../../../words/words.js';

/** @typedef {import('../../../api/types.d.ts').Recall} Recall */

/** A skew below this is no reason to look at a clock. */
const NOTABLE_SKEW_MS = 60_000;

/**
 * Why a recall ended early, and what to do about it; and the error that ended its work, where one did.
 *
 * @param {Recall} recall
 * @returns {readonly HTMLElement[]}
 */
export const stopView = ({ stoppedBy, error }) => [
  ...(stoppedBy === undefined
    ? []
    : [noteOf(words.stoppedBy, [whyOf(stoppedBy), saidBy(stoppedBy), ...adviceFor(stoppedBy)])]),
  ...(error === undefined ? [] : [noteOf(words.lastError, [error.message])]),
];

/** @typedef {NonNullable<Recall['stoppedBy']>} StoppedBy */

/** A newer gateway may know more causes. @param {string} cause */
const wordsOf = (cause) =>
  Object.hasOwn(words.causes, cause)
    ? words.causes[/** @type {keyof typeof words.causes} */ (cause)]
    : undefined;

/** @param {StoppedBy} stoppedBy */
function whyOf({ cause, askedBy, failure }) {
  if (cause === 'interrupt' && askedBy !== undefined)
    return words.stoppedBySomebody(askedBy.by, askedBy.reason);
  if (cause === 'refused' && failure === 'tls') return words.noSecureConnection;
  return wordsOf(cause)?.why ?? cause;
}

/** What the vendor said of it. @param {StoppedBy} stoppedBy */
function saidBy({ code, httpStatus, message, requestId }) {
  const facts = [
    ...(code === undefined ? [] : [`${words.code} ${code}`]),
    ...(httpStatus === undefined ? [] : [`HTTP ${String(httpStatus)}`]),
    ...(requestId === undefined ? [] : [`requestId ${requestId}`]),
  ].join(' · ');
  return [message, facts].filter((part) => part !== undefined && part !== '').join(' · ');
}

/** @param {StoppedBy} stoppedBy @returns {readonly string[]} */
function adviceFor({ cause, clockSkewMs = 0 }) {
  const skew = Math.abs(clockSkewMs);
  const advice = wordsOf(cause)?.advice ?? '';
  return [advice, skew >= NOTABLE_SKEW_MS ? words.clockSkew(formatDuration(skew)) : ''];
}

/** @param {string} title @param {readonly string[]} texts what is empty is left out */
const noteOf = (title, texts) =>
  h(
    'div',
    { class: 'note' },
    h('strong', {}, title),
    ...texts.filter((text) => text !== '').map((text) => h('p', {}, ...withCode(text))),
  );
