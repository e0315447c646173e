import { watchRecall } from '../../api/events.js';
import { announce, h, update } from '../../dom.js';
import { formatClock, formatSelector } from '../../words/format.js';
import { words } from '../../words/words.js';
import { problemView } from '../problem-view.js';
import { auditView } from './audit-view.js';
import { downloadButtons } from './download-buttons.js';
import { codesView, malformedView } from './progress/details-view.js';
import { createMovement } from './progress/movement.js';
import { progressView } from './progress/progress-view.js';
import { recallButtons } from './recall-buttons.js';
import { uploadView } from './upload-view.js';

/** @typedef {import('../../api/types.d.ts').Recall} Recall */
/** @typedef {import('../../api/types.d.ts').App} App */

/** How often a recall is looked at that says nothing: for how long it has stood still. */
const LOOK_MS = 1000;

/**
 * One recall, live: what it does, what has become of its targets, and what can be done with it.
 *
 * @param {import('../../api/client.js').Client} client
 * @param {{ app: App, recall: Recall, list: import('../../list/open-list.js').List | undefined, onBack: () => void, onDropped: () => void, onIdle: () => void }} shown
 * `onIdle`: its list goes up no more
 * @returns {{ element: HTMLElement, isBusy: () => boolean, close: () => void }} `isBusy`: whether this page sends its list
 */
export function recallView(client, { app, recall, list, onBack, onDropped, onIdle }) {
  const path = `/v1/apps/${app.name}/recalls/${recall.recallId}`;
  const closing = new AbortController();
  // What can be done stands between what counts now and what can be looked up: it is to be found at once
  const facts = h('div', { class: 'stack' });
  const record = h('div', { class: 'stack' });
  // What was refused stays until something else is asked for; that the connection is lost, until it is there again
  const trouble = h('div', {});
  const connection = h('div', {});
  const mayRead = app.scopes.includes('read');
  const onError = (/** @type {unknown} */ error) => trouble.replaceChildren(problemView(error));
  const title = h('h2', { tabindex: '-1' }, formatSelector(recall.selector));
  const movement = createMovement();
  /** @type {AbortController | undefined} */
  let watching;
  let last = recall;
  let lastState = '';
  let heardAt = Date.now();

  const onBreak = () => {
    // The upload says so itself
    if (connection.childElementCount > 0 || upload.isBusy()) return;
    connection.replaceChildren(problemView(new Error(words.connectionLost(formatClock(heardAt)))));
  };
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
      onBreak,
      onGone: () => {
        closing.abort();
        onIdle();
        rest.replaceChildren(h('div', { class: 'note' }, h('p', {}, words.gone)));
      },
    }).catch(onError);
  };
  const look = () => {
    const now = Date.now();
    update(facts, h('div', { class: 'stack' }, progressView(last, movement(last, now), heardAt)));
  };
  const show = (/** @type {Recall} */ current) => {
    last = current;
    heardAt = Date.now();
    look();
    update(
      record,
      h('div', { class: 'stack' }, codesView(current), malformedView(current), auditView(current)),
    );
    buttons.show(current);
    upload.show(current);
    downloads.show(current);
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
    onDropped,
    onChanged: showAndWatch,
  });
  const upload = uploadView(client, {
    path,
    list,
    signal: closing.signal,
    onComplete: showAndWatch,
    onIdle,
  });
  const downloads = downloadButtons(client, { path, recallId: recall.recallId, onError });

  const rest = h(
    'div',
    { class: 'stack' },
    upload.element,
    facts,
    connection,
    trouble,
    buttons.element,
    mayRead && downloads.element,
    record,
  );
  show(recall);
  watch();
  const looking = setInterval(() => {
    // What is shown of a lost connection is old: nobody knows whether it stands still
    if (last.state === 'running' && connection.childElementCount === 0) look();
  }, LOOK_MS);
  closing.signal.addEventListener('abort', () => clearInterval(looking));
  window.addEventListener('offline', onBreak, { signal: closing.signal });
  return {
    isBusy: upload.isBusy,
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
