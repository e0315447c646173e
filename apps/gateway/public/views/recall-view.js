import { watchRecall } from '../api/events.js';
import { announce, h, update } from '../dom.js';
import { formatSelector } from '../words/format.js';
import { words } from '../words/words.js';
import { auditView } from './audit-view.js';
import { downloadButtons } from './download-buttons.js';
import { problemView } from './problem-view.js';
import { progressView } from './progress-view.js';
import { recallButtons } from './recall-buttons.js';
import { uploadView } from './upload-view.js';

/** @typedef {import('../api/types.d.ts').Recall} Recall */
/** @typedef {import('../api/types.d.ts').App} App */

/**
 * One recall, live: what it does, what has become of its targets, and what can be done with it.
 *
 * @param {import('../api/client.js').Client} client
 * @param {{ app: App, recall: Recall, list: import('../list/open-list.js').List | undefined, onBack: () => void }} shown
 * @returns {{ element: HTMLElement, close: () => void }}
 */
export function recallView(client, { app, recall, list, onBack }) {
  const path = `/v1/apps/${app.name}/recalls/${recall.recallId}`;
  const closing = new AbortController();
  const facts = h('div', { class: 'stack' });
  // What was refused stays until something else is asked for; that the connection is lost, until it is there again
  const trouble = h('div', {});
  const connection = h('div', {});
  const mayRead = app.scopes.includes('read');
  const onError = (/** @type {unknown} */ error) => trouble.replaceChildren(problemView(error));
  const title = h('h2', { tabindex: '-1' }, formatSelector(recall.selector));
  /** @type {AbortController | undefined} */
  let watching;
  let lastState = '';

  const watch = () => {
    if (!mayRead) return;
    watching?.abort();
    watching = new AbortController();
    watchRecall(client, `${path}/events`, {
      signal: AbortSignal.any([watching.signal, closing.signal]),
      onRecall: (current) => {
        connection.replaceChildren();
        show(current);
      },
      onBreak: () => connection.replaceChildren(problemView(new Error(words.connectionLost))),
      onGone: () => {
        closing.abort();
        rest.replaceChildren(h('div', { class: 'note' }, h('p', {}, words.gone)));
      },
    }).catch(onError);
  };
  const show = (/** @type {Recall} */ current) => {
    update(facts, h('div', { class: 'stack' }, progressView(current), auditView(current)));
    buttons.show(current);
    upload.show(current);
    if (current.state !== lastState) announce(`${words.state}: ${words.states[current.state]}`);
    lastState = current.state;
  };
  const showAndWatch = (/** @type {Recall | undefined} */ changed) => {
    trouble.replaceChildren();
    if (changed !== undefined) show(changed);
    watch();
  };
  const buttons = recallButtons(client, {
    app,
    path,
    onError,
    onBack,
    onChanged: showAndWatch,
  });
  const upload = uploadView(client, {
    path,
    list,
    signal: closing.signal,
    onComplete: showAndWatch,
  });

  const rest = h(
    'div',
    { class: 'stack' },
    upload.element,
    facts,
    connection,
    trouble,
    buttons.element,
    mayRead && downloadButtons(client, { path, recallId: recall.recallId, onError }),
  );
  show(recall);
  watch();
  return {
    close: () => closing.abort(),
    element: h(
      'section',
      { class: 'card', 'aria-label': words.recall },
      h('div', { class: 'heading' }, title, h('button', { type: 'button', click: onBack }, words.back)),
      h('p', { class: 'hint' }, `${app.name} · ${recall.vendorApp} · `, h('code', {}, recall.recallId)),
      rest,
    ),
  };
}
