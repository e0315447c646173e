import { nameInAddress, placeIn } from '../address.js';
import { ProblemError } from '../api/errors.js';
import { field, h } from '../dom.js';
import { words } from '../words/words.js';
import { listView } from './list/list-view.js';
import { problemView } from './problem-view.js';
import { recallView } from './recall/recall-view.js';
import { startView } from './start/start-view.js';

/** @typedef {import('../api/types.d.ts').App} App */
/** @typedef {import('../api/types.d.ts').Recall} Recall */

/**
 * The page of whoever has been let in: an app, its recalls, or one of them; which, the address says as well.
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
  /** @type {string | undefined} */
  let shown;
  /** @type {(() => void) | undefined} */
  let close;

  const show = (
    /** @type {string | undefined} */ recallId,
    /** @type {readonly HTMLElement[]} */ elements,
  ) => {
    close?.();
    close = undefined;
    shown = recallId;
    nameInAddress({ app: appNow().name, ...(recallId === undefined ? {} : { recallId }) });
    room.replaceChildren(...elements);
  };
  const showAll = () => {
    const app = appNow();
    show(undefined, [
      ...(app.scopes.includes('start') ? [startView(client, app, showOne)] : []),
      ...(app.scopes.includes('read') ? [listView(client, app, (recall) => showOne(recall, undefined))] : []),
    ]);
  };
  const showOne = (
    /** @type {Recall} */ recall,
    /** @type {import('../list/open-list.js').List | undefined} */ list,
  ) => {
    const view = recallView(client, { app: appNow(), recall, list, onBack: showAll });
    show(recall.recallId, [view.element]);
    close = view.close;
    room.querySelector('h2')?.focus();
  };

  /** What the address names: of a link that somebody has sent, or a step back. */
  const follow = async () => {
    const place = placeIn(window.location.hash);
    const isOurs = apps.some(({ name }) => name === place?.app);
    if (place === undefined || !isOurs) {
      showAll();
      if (place !== undefined) room.prepend(problemView(new Error(words.noSuchApp(place.app))));
      return;
    }
    if (chosen.value === place.app && shown !== undefined && shown === place.recallId) return;
    chosen.value = place.app;
    if (place.recallId === undefined || !appNow().scopes.includes('read')) {
      showAll();
      return;
    }
    const { hash } = window.location;
    try {
      /** @type {Recall} */
      const recall = await client.read(`/v1/apps/${place.app}/recalls/${place.recallId}`);
      // Somebody may have gone on meanwhile
      if (window.location.hash === hash) showOne(recall, undefined);
    } catch (error) {
      if (window.location.hash !== hash) return;
      showAll();
      const isUnknown = error instanceof ProblemError && error.kind === 'recall-not-found';
      room.prepend(problemView(isUnknown ? new Error(words.noSuchRecall(place.recallId)) : error));
    }
  };
  chosen.addEventListener('change', showAll);
  window.addEventListener('hashchange', () => void follow());
  void follow();
  return h('div', { class: 'stack' }, field(words.app, chosen), room);
}
