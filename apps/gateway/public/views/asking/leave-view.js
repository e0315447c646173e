import { h } from '../../dom.js';
import { words } from '../../words/words.js';
import { askView } from './ask-view.js';

/**
 * Asks before a list is left that is going up: it does so only while it is shown.
 *
 * @param {() => void} onStay
 * @returns {{ element: HTMLElement, ask: (onLeave: () => void) => void, close: () => void }} `close` takes the question back
 */
export function leaveView(onStay) {
  const element = h('div', {});
  const close = () => element.replaceChildren();
  return {
    element,
    close,
    ask: (onLeave) => {
      const view = askView(
        { ...words.asking.leave, isDanger: true, takesReason: false },
        {
          onGo: () => {
            close();
            onLeave();
          },
          onCancel: () => {
            close();
            onStay();
          },
        },
      );
      element.replaceChildren(view.element);
      view.focus();
    },
  };
}
