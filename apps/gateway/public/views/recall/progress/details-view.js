import { h, withCode } from '../../../dom.js';
import { formatCount } from '../../../words/format.js';
import { words } from '../../../words/words.js';

/** @typedef {import('../../../api/types.d.ts').Recall} Recall */

/** How many targets each code decided. @param {Recall} recall @returns {HTMLElement | false} */
export function codesView({ codes }) {
  const rows = Object.entries(codes).sort(([, one], [, other]) => other - one);
  return (
    rows.length > 0 &&
    h(
      'table',
      {},
      h('caption', {}, words.codes, ' ', h('span', { class: 'hint' }, ...withCode(words.codesHint))),
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

/** The first lines that are no target. @param {Recall} recall @returns {HTMLElement | false} */
export const malformedView = ({ targets, firstMalformed = [] }) =>
  firstMalformed.length > 0 &&
  h(
    'details',
    {},
    h('summary', {}, words.malformedTitle(formatCount(targets.malformed))),
    h('p', { class: 'hint' }, words.malformedHint),
    h(
      'ul',
      {},
      ...firstMalformed.map(({ line, reason, text }) =>
        h(
          'li',
          {},
          line === undefined ? '' : `${words.line(line)}: `,
          `${reasonWords(reason)} `,
          h('code', {}, text),
        ),
      ),
    ),
  );

/** @param {string} reason */
function reasonWords(reason) {
  const field = /^no field "(.*)"$/s.exec(reason)?.[1];
  if (field !== undefined) return words.noField(field);
  return /** @type {Readonly<Record<string, string>>} */ (words.malformedReasons)[reason] ?? reason;
}
