import { doing, h } from '../dom.js';
import { formatSelector } from '../words/format.js';
import { words } from '../words/words.js';
import { confirmed } from './confirm-view.js';

/** @typedef {import('../api/types.d.ts').Recall} Recall */
/** @typedef {import('../api/types.d.ts').App} App */

const ENDED = ['paused', 'stopped'];

/**
 * What can be asked of a recall by the holder of this key.
 *
 * @param {import('../api/client.js').Client} client
 * @param {{ app: App, path: string, onChanged: (recall: Recall) => void, onBack: () => void, onError: (error: unknown) => void }} options
 * @returns {{ element: HTMLElement, show: (recall: Recall) => void }}
 */
export function recallButtons(client, { app, path, onChanged, onBack, onError }) {
  const element = h('div', { class: 'buttons' });
  const may = (/** @type {'start' | 'stop'} */ scope) => app.scopes.includes(scope);

  const ask = (/** @type {'stop' | 'resume'} */ what, /** @type {object} */ body) =>
    doing(async () => {
      const headers = { 'Content-Type': 'application/json' };
      onChanged(
        await client.read(`${path}/${what}`, { method: 'POST', headers, body: JSON.stringify(body) }),
      );
    }, onError);
  const drop = doing(async () => {
    await client.call(path, { method: 'DELETE' });
    onBack();
  }, onError);
  const forget = (/** @type {Recall} */ { recallId, selector }) =>
    doing(async () => {
      const facts = /** @type {const} */ ([[words.recall, `${formatSelector(selector)} · ${recallId}`]]);
      const asking = { title: words.forgetTitle, hint: words.forgetHint, go: words.forget };
      if (!(await confirmed({ facts, id: recallId, idName: words.recallId }, asking))) return;
      await client.call(path, { method: 'DELETE' });
      onChanged(await client.read(path));
    }, onError);

  const wanted = (/** @type {Recall} */ { state, wanted, forgotten, targets, upload, error }) => {
    const isOver = ENDED.includes(state) && !forgotten;
    return {
      stop: may('stop') && (state === 'running' || state === 'waiting') && wanted === 'run',
      resume: may('start') && isOver,
      retryUnknown: may('start') && (isOver || state === 'finished') && !forgotten && targets.unknown > 0,
      again: may('start') && state === 'uploading' && upload?.complete === true && error !== undefined,
      drop: (may('start') || may('stop')) && state === 'uploading',
      forget: may('stop') && (isOver || state === 'finished') && !forgotten,
    };
  };
  const offers = {
    stop: () => h('button', { type: 'button', class: 'danger', click: ask('stop', {}) }, words.stop),
    resume: () => h('button', { type: 'button', class: 'main', click: ask('resume', {}) }, words.resume),
    retryUnknown: () =>
      h('button', { type: 'button', click: ask('resume', { retryUnknown: true }) }, words.retryUnknown),
    again: () => h('button', { type: 'button', click: ask('resume', { again: true }) }, words.beginAgain),
    drop: () => h('button', { type: 'button', class: 'danger', click: drop }, words.drop),
    forget: (/** @type {Recall} */ recall) =>
      h('button', { type: 'button', class: 'danger', click: forget(recall) }, words.forget),
  };

  let shown = '';
  return {
    element,
    show: (recall) => {
      const now = wanted(recall);
      const names = /** @type {(keyof typeof offers)[]} */ (Object.keys(offers)).filter((name) => now[name]);
      // Made anew only where they change, so that the focus stays on one
      if (names.join() === shown) return;
      shown = names.join();
      element.replaceChildren(...names.map((name) => offers[name](recall)));
    },
  };
}
