import { doing, h } from '../../dom.js';
import { formatSelector } from '../../words/format.js';
import { words } from '../../words/words.js';
import { askView } from '../asking/ask-view.js';
import { confirmed } from '../asking/confirm-view.js';

/** @typedef {import('../../api/types.d.ts').Recall} Recall */
/** @typedef {import('../../api/types.d.ts').App} App */
/** @typedef {'stop' | 'resume' | 'retryUnknown' | 'again' | 'drop' | 'forget'} Action */

/**
 * What can be asked of a recall by the holder of this key. Each asks back once, before anything is done.
 *
 * @param {import('../../api/client.js').Client} client
 * @param {{ app: App, path: string, onChanged: (recall: Recall) => void, onDropped: () => void, onError: (error: unknown) => void }} options
 * @returns {{ element: HTMLElement, show: (recall: Recall) => void }}
 */
export function recallButtons(client, { app, path, onChanged, onDropped, onError }) {
  const row = h('div', { class: 'buttons' });
  const room = h('div', {});
  const element = h('div', { class: 'stack' }, row, room);
  /** @type {Action | undefined} */
  let asked;

  const post = async (/** @type {'stop' | 'resume'} */ what, /** @type {object} */ body) => {
    const headers = { 'Content-Type': 'application/json' };
    onChanged(await client.read(`${path}/${what}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  };
  const drop = async () => {
    await client.call(path, { method: 'DELETE' });
    onDropped();
  };
  const forget = async (/** @type {Recall} */ { recallId, selector }) => {
    const facts = /** @type {const} */ ([[words.recall, `${formatSelector(selector)} · ${recallId}`]]);
    const asking = { title: words.forgetTitle, hint: words.forgetHint, go: words.forget };
    if (!(await confirmed({ facts, id: recallId, idName: words.recallId }, asking))) return;
    await client.call(path, { method: 'DELETE' });
    onChanged(await client.read(path));
  };

  const close = () => {
    asked = undefined;
    row.hidden = false;
    room.replaceChildren();
  };
  /** @param {Exclude<Action, 'forget'>} action @param {(why: { reason?: string }) => Promise<void>} work */
  const ask = (action, work) => () => {
    const view = askView(QUESTIONS[action], {
      onGo: (reason) => {
        close();
        work(reason === undefined ? {} : { reason }).catch(onError);
      },
      onCancel: () => {
        close();
        row.querySelector('button')?.focus();
      },
    });
    asked = action;
    row.hidden = true;
    room.replaceChildren(view.element);
    view.focus();
  };

  const offers = /** @type {Readonly<Record<Action, (recall: Recall) => HTMLElement>>} */ ({
    stop: () =>
      buttonOf(
        'danger',
        words.stop,
        ask('stop', (why) => post('stop', why)),
      ),
    resume: () =>
      buttonOf(
        'main',
        words.resume,
        ask('resume', (why) => post('resume', why)),
      ),
    retryUnknown: () =>
      buttonOf(
        '',
        words.retryUnknown,
        ask('retryUnknown', (why) => post('resume', { retryUnknown: true, ...why })),
      ),
    again: () =>
      buttonOf(
        '',
        words.beginAgain,
        ask('again', (why) => post('resume', { again: true, ...why })),
      ),
    drop: () => buttonOf('danger', words.drop, ask('drop', drop)),
    forget: (recall) =>
      buttonOf(
        'danger',
        words.forget,
        doing(() => forget(recall), onError),
      ),
  });

  /** @type {string | undefined} */
  let shown;
  return {
    element,
    show: (recall) => {
      const names = actionsOn(recall, app);
      // What is asked about may be over meanwhile
      if (asked !== undefined && !names.includes(asked)) close();
      // Made anew only where they change, so that the focus stays on one
      if (names.join() === shown) return;
      shown = names.join();
      element.hidden = names.length === 0;
      row.replaceChildren(...names.map((name) => offers[name](recall)));
    },
  };
}

/** @param {string} look @param {string} label @param {(event: Event) => void} click */
const buttonOf = (look, label, click) => h('button', { type: 'button', class: look, click }, label);

const ENDED = ['paused', 'stopped'];

/** @param {Recall} recall @param {App} app @returns {readonly Action[]} what this key may do now */
function actionsOn({ state, wanted, forgotten, targets, upload, error }, { scopes }) {
  const mayStart = scopes.includes('start');
  const mayStop = scopes.includes('stop');
  const isLeft = ENDED.includes(state) && !forgotten;
  const isOver = isLeft || (state === 'finished' && !forgotten);
  const isComplete = upload?.complete === true;
  /** @type {Readonly<Record<Action, boolean>>} */
  const may = {
    stop: mayStop && (state === 'running' || state === 'waiting') && wanted === 'run',
    resume: mayStart && isLeft,
    retryUnknown: mayStart && isOver && targets.unknown > 0,
    again: mayStart && state === 'uploading' && isComplete && error !== undefined,
    drop: (mayStart || mayStop) && state === 'uploading',
    forget: mayStop && isOver,
  };
  return ACTIONS.filter((name) => may[name]);
}

const ACTIONS = /** @type {const} */ (['stop', 'resume', 'retryUnknown', 'again', 'drop', 'forget']);

/** @type {Readonly<Record<Exclude<Action, 'forget'>, import('../asking/ask-view.js').Question>>} */
const QUESTIONS = {
  stop: { ...words.asking.stop, isDanger: true, takesReason: true },
  resume: { ...words.asking.resume, isDanger: false, takesReason: true },
  retryUnknown: { ...words.asking.retryUnknown, isDanger: false, takesReason: true },
  again: { ...words.asking.again, isDanger: true, takesReason: true },
  drop: { ...words.asking.drop, isDanger: true, takesReason: false },
};
