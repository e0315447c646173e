import { h } from '../../../dom.js';
import { formatCount } from '../../../words/format.js';
import { words } from '../../../words/words.js';

const COUNTS = /** @type {const} */ ([
  'read',
  'accepted',
  'rejected',
  'unknown',
  'notAttempted',
  'malformed',
  'duplicate',
]);

/**
 * How many targets came to which end. A colour is for what is there: none of a kind is no alarm.
 *
 * @param {import('../../../api/types.d.ts').Recall} recall
 * @returns {HTMLElement}
 */
export const countsView = ({ targets }) =>
  h(
    'dl',
    { class: 'counts' },
    ...COUNTS.map((name) =>
      h(
        'div',
        { class: `count ${targets[name] === 0 ? 'zero' : name}`, 'data-count': name },
        h('dt', {}, words.counts[name]),
        h('dd', {}, formatCount(targets[name])),
      ),
    ),
  );
