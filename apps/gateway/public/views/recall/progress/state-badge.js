import { h } from '../../../dom.js';
import { words } from '../../../words/words.js';
import { outcomeOf } from './outcome.js';

/**
 * The state in a word. Finished is green only where everything was accepted.
 *
 * @param {import('../../../api/types.d.ts').Recall} recall
 * @returns {HTMLElement}
 */
export function stateBadge(recall) {
  const { state, wanted } = recall;
  const outcome = state === 'finished' ? ` ${outcomeOf(recall)}` : '';
  const isStopping = state === 'running' && wanted === 'stop';
  return h('span', { class: `badge ${state}${outcome}` }, isStopping ? words.stopping : words.states[state]);
}
