import { ProblemError } from '../api/errors.js';
import { doing, field, h } from '../dom.js';
import { words } from '../words/words.js';
import { problemView } from './problem-view.js';

/**
 * Asks for the key.
 *
 * @param {(key: string) => Promise<void>} onKey rejects where the key is not good
 * @returns {HTMLElement}
 */
export function keyView(onKey) {
  const key = h('input', { type: 'password', autocomplete: 'off', spellcheck: 'false', autofocus: true });
  const trouble = h('div', {});
  const button = h('button', { type: 'submit', class: 'main' }, words.signIn);
  const submit = doing(
    async () => {
      trouble.replaceChildren();
      button.disabled = true;
      await onKey(key.value.trim()).finally(() => (button.disabled = false));
    },
    (error) => {
      const isUnknown = error instanceof ProblemError && error.kind === 'unauthorized' && key.value !== '';
      trouble.replaceChildren(problemView(isUnknown ? new Error(words.keyUnknown) : error));
      key.select();
    },
  );
  return h(
    'form',
    { class: 'card narrow', submit },
    h('h2', {}, words.keyTitle),
    field(words.keyLabel, key, words.keyHint),
    trouble,
    h('div', { class: 'buttons' }, button),
  );
}
