import { field, h } from '../dom.js';
import { words } from '../words/words.js';
import { listView } from './list-view.js';
import { recallView } from './recall-view.js';
import { startView } from './start-view.js';

/** @typedef {import('../api/types.d.ts').App} App */
/** @typedef {import('../api/types.d.ts').Recall} Recall */

/**
 * The page of whoever has been let in: an app, its recalls, or one of them.
 *
 * @param {import('../api/client.js').Client} client
 * @param {readonly App[]} apps
 * @returns {HTMLElement}
 */
export function appView(client, apps) {
  const [first] = apps;
  if (first === undefined) return h('p', { class: 'card' }, words.noApps);
  const chosen = h('select', {}, ...apps.map(({ name }) => h('option', { value: name }, name)));
  const room = h('div', { class: 'stack' });
  const appNow = () => apps.find(({ name }) => name === chosen.value) ?? first;
  /** @type {(() => void) | undefined} */
  let close;

  const showAll = () => {
    close?.();
    const app = appNow();
    room.replaceChildren(
      ...(app.scopes.includes('start') ? [startView(client, app, showOne)] : []),
      ...(app.scopes.includes('read') ? [listView(client, app, (recall) => showOne(recall, undefined))] : []),
    );
  };
  const showOne = (
    /** @type {Recall} */ recall,
    /** @type {import('../list/open-list.js').List | undefined} */ list,
  ) => {
    close?.();
    const view = recallView(client, { app: appNow(), recall, list, onBack: showAll });
    close = view.close;
    room.replaceChildren(view.element);
    room.querySelector('h2')?.focus();
  };
  chosen.addEventListener('change', showAll);
  showAll();
  return h('div', { class: 'stack' }, field(words.app, chosen), room);
}
