import { field, h } from '../../dom.js';
import { words } from '../../words/words.js';

/**
 * What is asked. Unless it is told: whether to take a notification back.
 *
 * @typedef {object} Asking
 * @property {string} title
 * @property {string} hint
 * @property {string} go
 */

/** @type {Asking} */
const TAKE_BACK = { title: words.confirmTitle, hint: words.confirmHint, go: words.confirm };

/**
 * Asks for an id once more, as the command line does.
 *
 * @param {{ facts: readonly (readonly [name: string, value: string])[], idName: string, id: string }} plan
 * @param {Asking} [asking]
 * @returns {Promise<boolean>} whether it was confirmed
 */
export function confirmed({ facts, idName, id }, { title, hint, go: goWords } = TAKE_BACK) {
  const typed = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', autofocus: true });
  const go = h('button', { type: 'submit', class: 'main danger', disabled: true }, goWords);
  const { promise, resolve } = Promise.withResolvers();
  const dialog = h(
    'dialog',
    {
      'aria-labelledby': 'confirm-title',
      close: () => {
        resolve(dialog.returnValue === 'go');
        dialog.remove();
      },
    },
    h('h2', { id: 'confirm-title' }, title),
    h('dl', { class: 'facts' }, ...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    h('p', { class: 'hint' }, hint),
    h(
      'form',
      {
        submit: (event) => {
          // By hand: the policy of the page lets no form be sent, to a dialog neither
          event.preventDefault();
          if (!go.disabled) dialog.close('go');
        },
      },
      field(words.confirmLabel(idName), typed),
      h(
        'div',
        { class: 'buttons' },
        go,
        h('button', { type: 'button', click: () => dialog.close() }, words.cancel),
      ),
    ),
  );
  typed.addEventListener('input', () => (go.disabled = typed.value.trim() !== id));
  document.body.append(dialog);
  dialog.showModal();
  return promise;
}
