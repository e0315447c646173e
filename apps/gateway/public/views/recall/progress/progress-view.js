import { h } from '../../../dom.js';
import { words } from '../../../words/words.js';
import { countsView } from './counts-view.js';
import { settledIn, toSend } from './outcome.js';
import { standingView } from './standing-view.js';
import { stopView } from './stop-view.js';

/** @typedef {import('../../../api/types.d.ts').Recall} Recall */

/**
 * How far a recall is: its state, a bar, the counts, and what stands in its way.
 *
 * @param {Recall} recall
 * @param {import('./movement.js').Movement} movement
 * @param {number} heardAt when it was told. Wall clock, in milliseconds
 * @returns {HTMLElement}
 */
export const progressView = (recall, movement, heardAt) =>
  h(
    'div',
    { class: 'stack' },
    ...standingView(recall, movement, heardAt),
    recall.state !== 'uploading' &&
      h('progress', {
        'aria-label': words.progress,
        max: String(Math.max(1, toSend(recall))),
        value: String(settledIn(recall)),
      }),
    countsView(recall),
    recall.targets.accepted > 0 && h('p', { class: 'hint' }, words.acceptedMeans),
    ...stopView(recall),
  );
