import { field, h } from '../dom.js';
import { words } from '../words/words.js';

/**
 * Asks for the id of the notification once more, as the command line does.
 *
 * @param {{ facts: readonly (readonly [name: string, value: string])[], idName: string, id: string }} plan
 * @returns {Promise<boolean>} whether it was confirmed
 */
export function confirmed({ facts, idName, id }) {
  const typed = h('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', autofocus: true });
  const go = h('button', { type: 'submit', class: 'main danger', disabled: true }, words.confirm);
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
    h('h2', { id: 'confirm-title' }, words.confirmTitle),
    h('dl', { class: 'facts' }, ...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    h('p', { class: 'hint' }, words.confirmHint),
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
