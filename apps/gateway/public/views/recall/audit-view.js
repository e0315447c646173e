import { h } from '../../dom.js';
import { formatTime } from '../../words/format.js';
import { words } from '../../words/words.js';

/**
 * Who has asked for what, and why.
 *
 * @param {import('../../api/types.d.ts').Recall} recall
 * @returns {HTMLElement}
 */
export const auditView = ({ audit }) =>
  h(
    'div',
    { class: 'audit' },
    h('h3', {}, words.audit),
    h(
      'ul',
      {},
      ...audit.map(({ at, by, action, reason }) =>
        h(
          'li',
          {},
          h('time', { datetime: at }, formatTime(at)),
          ` ${by}: ${words.actions[action]}`,
          reason !== undefined && ` – ${reason}`,
        ),
      ),
    ),
  );
