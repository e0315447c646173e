import { hashOf, nameInAddress, placeIn } from '../address.js';
import { ProblemError } from '../api/errors.js';
import { field, h } from '../dom.js';
import { words } from '../words/words.js';
import { leaveView } from './asking/leave-view.js';
import { listView } from './list/list-view.js';
import { problemView } from './problem-view.js';
import { recallView } from './recall/recall-view.js';
import { startView } from './start/start-view.js';

/** @typedef {import('../address.js').Place} Place */
/** @typedef {import('../api/types.d.ts').App} App */
/** @typedef {import('../api/types.d.ts').Recall} Recall */
/** @typedef {import('../list/open-list.js').List} List */

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
  const leaving = leaveView(() => room.querySelector('h2')?.focus());
  /** @type {Place | undefined} */
  let shown;
  /** @type {ReturnType<typeof recallView> | undefined} */
  let open;

  const show = (/** @type {Place} */ place, /** @type {readonly HTMLElement[]} */ elements) => {
    open?.close();
    open = undefined;
    leaving.close();
    shown = place;
    chosen.value = place.app;
    nameInAddress(place);
    room.replaceChildren(...elements);
  };
  const showAll = (/** @type {App} */ app) => {
    const onOpen = (/** @type {Recall} */ recall) => showOne({ app, recall, list: undefined });
    const onBegin = (/** @type {Promise<Recall>} */ beginning, /** @type {List | undefined} */ list) =>
      showBegun({ app, beginning, list });
    show({ app: app.name }, [
      ...(app.scopes.includes('start') ? [startView(client, app, onBegin)] : []),
      ...(app.scopes.includes('read') ? [listView(client, app, onOpen)] : []),
    ]);
  };
  const showOne = (
    /** @type {{ app: App, recall: Recall, list: List | undefined }} */ { app, recall, list },
  ) => {
    const view = recallView(client, {
      app,
      recall,
      list,
      onBack: () => leave(() => showAll(app)),
      onDropped: () => showAll(app),
      onIdle: leaving.close,
    });
    show({ app: app.name, recallId: recall.recallId }, [view.element]);
    open = view;
    room.querySelector('h2')?.focus();
  };
  /** @param {{ app: App, beginning: Promise<Recall>, list: List | undefined }} begun */
  const showBegun = async ({ app, beginning, list }) => {
    // Its list is still to be sent: another app would take the form away that says what goes wrong
    chosen.disabled = true;
    const form = shown;
    try {
      const recall = await beginning;
      leave(() => showOne({ app, recall, list }));
    } catch (error) {
      if (shown === form) throw error;
      // By a step back, say
      room.prepend(problemView(error));
    } finally {
      chosen.disabled = false;
    }
  };
  const leave = (/** @type {() => void} */ go) => (open?.isBusy() === true ? leaving.ask(go) : go());

  /** What the address names: of a link that somebody has sent, or a step back. */
  const follow = async (/** @type {Place | undefined} */ place) => {
    const app = apps.find(({ name }) => name === place?.app);
    if (place === undefined || app === undefined) {
      showAll(appNow());
      if (place !== undefined) room.prepend(problemView(new Error(words.noSuchApp(place.app))));
      return;
    }
    if (place.recallId === undefined || !app.scopes.includes('read')) {
      showAll(app);
      return;
    }
    const { hash } = window.location;
    try {
      /** @type {Recall} */
      const recall = await client.read(`/v1/apps/${place.app}/recalls/${place.recallId}`);
      // Somebody may have gone on meanwhile
      if (window.location.hash === hash) showOne({ app, recall, list: undefined });
    } catch (error) {
      if (window.location.hash !== hash) return;
      showAll(app);
      const isUnknown = error instanceof ProblemError && error.kind === 'recall-not-found';
      room.prepend(problemView(isUnknown ? new Error(words.noSuchRecall(place.recallId)) : error));
    }
  };
  const appNow = () => apps.find(({ name }) => name === chosen.value) ?? first;

  chosen.addEventListener('change', () => {
    const app = appNow();
    if (shown !== undefined) chosen.value = shown.app;
    leave(() => showAll(app));
  });
  window.addEventListener('hashchange', () => {
    const { hash } = window.location;
    if (shown?.recallId !== undefined && hash === hashOf(shown)) return;
    // The address names what is shown until that is left
    if (shown !== undefined && open?.isBusy() === true) nameInAddress(shown);
    leave(() => {
      if (hash !== window.location.hash) window.history.pushState(null, '', hash);
      void follow(placeIn(hash));
    });
  });
  void follow(placeIn(window.location.hash));
  return h('div', { class: 'stack' }, field(words.app, chosen), leaving.element, room);
}
