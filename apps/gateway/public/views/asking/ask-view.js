import { field, h } from '../../dom.js';
import { words } from '../../words/words.js';

/**
 * What is asked before something is done.
 *
 * @typedef {object} Question
 * @property {string} title
 * @property {string} hint what it does
 * @property {string} go
 * @property {boolean} isDanger
 * @property {boolean} takesReason whether a reason can be given, for the record
 */

/**
 * Asks once, in the place where it was clicked.
 *
 * @param {Question} question
 * @param {{ onGo: (reason: string | undefined) => void, onCancel: () => void }} answers
 * @returns {{ element: HTMLElement, focus: () => void }}
 */
export function askView({ title, hint, go, isDanger, takesReason }, { onGo, onCancel }) {
  const reason = h('input', { type: 'text', maxlength: '500', autocomplete: 'off' });
  const button = h('button', { type: 'submit', class: isDanger ? 'main danger' : 'main' }, go);
  const element = h(
    'form',
    {
      class: 'note stack',
      'aria-label': title,
      submit: (event) => {
        event.preventDefault();
        const given = reason.value.trim();
        onGo(takesReason && given !== '' ? given : undefined);
      },
      keydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') onCancel();
      },
    },
    h('strong', {}, title),
    h('p', {}, hint),
    takesReason && field(words.reasonOptional, reason, words.reasonHint),
    h('div', { class: 'buttons' }, button, h('button', { type: 'button', click: onCancel }, words.cancel)),
  );
  return { element, focus: () => (takesReason ? reason : button).focus() };
}
