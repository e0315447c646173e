import { doing, h } from '../../dom.js';
import { words } from '../../words/words.js';
import { problemView } from '../problem-view.js';
import { listLine } from './list-line.js';

/** @typedef {import('../../api/types.d.ts').Recall} Recall */

/**
 * The recalls of an app, the newest first.
 *
 * @param {import('../../api/client.js').Client} client
 * @param {import('../../api/types.d.ts').App} app
 * @param {(recall: Recall) => void} onOpen
 * @returns {HTMLElement}
 */
export function listView(client, app, onOpen) {
  const list = h('ul', { class: 'recalls' });
  const trouble = h('div', {});
  const older = h('button', { type: 'button', hidden: true }, words.older);
  /** @type {string | undefined} */
  let cursor;

  const load = async () => {
    trouble.replaceChildren();
    const query = new URLSearchParams({ limit: '20', ...(cursor === undefined ? {} : { cursor }) });
    /** @type {import('../../api/types.d.ts').RecallPage} */
    const page = await client.read(`/v1/apps/${app.name}/recalls?${query.toString()}`);
    list.append(...page.recalls.map((recall) => h('li', {}, listLine(recall, onOpen))));
    if (list.childElementCount === 0) list.append(h('li', { class: 'hint' }, words.noRecalls));
    cursor = page.next;
    older.hidden = cursor === undefined;
  };
  const onError = (/** @type {unknown} */ error) => trouble.replaceChildren(problemView(error));
  const reload = async () => {
    cursor = undefined;
    list.replaceChildren();
    await load();
  };
  older.addEventListener('click', doing(load, onError));
  load().catch(onError);
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'list-title' },
    h(
      'div',
      { class: 'heading' },
      h('h2', { id: 'list-title' }, words.earlier),
      h('button', { type: 'button', click: doing(reload, onError) }, words.reload),
    ),
    list,
    trouble,
    h('div', { class: 'buttons' }, older),
  );
}
