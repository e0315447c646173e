import { ProblemError } from '../../api/errors.js';
import { h } from '../../dom.js';
import { openList } from '../../list/open-list.js';
import { readStanding, sendList, standingOf } from '../../list/upload.js';
import { formatBytes, formatClock } from '../../words/format.js';
import { words } from '../../words/words.js';
import { problemView } from '../problem-view.js';

/** @typedef {import('../../api/types.d.ts').Recall} Recall */
/** @typedef {import('../../list/open-list.js').List} List */
/** @typedef {import('../../list/upload.js').Standing} Standing */

/**
 * The upload of a list: sends the one that was chosen, or asks for its file again where an earlier upload broke off.
 *
 * @param {import('../../api/client.js').Client} client
 * @param {{ path: string, list: List | undefined, signal: AbortSignal, onComplete: (recall: Recall | undefined) => void, onIdle: () => void }} options
 * `onIdle`: it is complete, or has broken off
 * @returns {{ element: HTMLElement, show: (recall: Recall) => void, isBusy: () => boolean }} `isBusy`: whether this page sends a list
 */
export function uploadView(client, { path, list, signal, onComplete, onIdle }) {
  const element = h('div', { class: 'stack' });
  let isBusy = false;
  let shown = '';

  const send = async (/** @type {List} */ chosen, /** @type {Standing} */ standing) => {
    const bar = h('progress', { 'aria-labelledby': 'upload-words', max: String(Math.max(1, chosen.bytes)) });
    const said = h('p', { id: 'upload-words' });
    const broken = brokenLine(signal);
    element.replaceChildren(bar, said, broken.element);
    const onOffset = (/** @type {number} */ offset) => {
      broken.mend();
      bar.value = offset;
      said.textContent = words.uploading(formatBytes(offset), formatBytes(chosen.bytes));
    };
    const options = { onOffset, onBreak: broken.tell, signal };
    const sent = await sendList(client, { path, list: chosen, standing }, options);
    element.replaceChildren(h('p', { class: 'hint' }, words.uploaded));
    onComplete(sent);
  };

  const ask = (/** @type {unknown} */ error) => {
    shown = 'broken';
    const again = h('input', { type: 'file', accept: '.txt,.ndjson,.jsonl,.gz', 'aria-label': words.file });
    again.addEventListener('change', () => {
      const chosen = again.files?.[0];
      if (chosen !== undefined) void busy(async () => goOn(chosen));
    });
    element.replaceChildren(
      ...(error === undefined ? [] : [problemView(error)]),
      h('div', { class: 'note' }, h('strong', {}, words.goOnUpload), h('p', {}, words.uploadBroke), again),
    );
  };

  const goOn = async (/** @type {File} */ chosen) => {
    element.replaceChildren(h('p', {}, words.reading));
    // What it looks like was judged when it was begun
    const opened = await openList(chosen, { isList: true });
    await send(opened, await readStanding(client, path, signal));
  };

  const busy = async (/** @type {() => Promise<void>} */ work) => {
    isBusy = true;
    window.addEventListener('beforeunload', keepPage);
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      // The list is there, and another recall of the same notification in its way: no file mends that
      if (error instanceof ProblemError && error.kind === 'recall-exists')
        element.replaceChildren(problemView(error));
      else ask(error);
    } finally {
      isBusy = false;
      window.removeEventListener('beforeunload', keepPage);
      if (!signal.aborted) onIdle();
    }
  };

  let first = list;
  return {
    element,
    isBusy: () => isBusy,
    show: (recall) => {
      if (isBusy) return;
      const isOpen = recall.state === 'uploading' && recall.upload?.complete !== true;
      if (isOpen && first !== undefined) {
        const chosen = first;
        first = undefined;
        void busy(async () => send(chosen, standingOf(recall)));
        return;
      }
      const now = isOpen ? lookOf(recall) : 'closed';
      // What was asked, or said, stays as it is
      if (now === shown && now !== 'elsewhere') return;
      shown = now;
      if (now === 'closed') element.replaceChildren();
      else if (now === 'broken') ask(undefined);
      else element.replaceChildren(noteOf(now === 'nothing' ? words.emptyUpload : elsewhere(recall)));
    },
  };
}

/** Has the browser ask whether to leave: the rest of the list is nowhere but here. @param {Event} event */
const keepPage = (event) => event.preventDefault();

/** @param {Recall} recall @returns {'nothing' | 'elsewhere' | 'broken'} */
function lookOf({ upload }) {
  if (upload?.underWay === true) return 'elsewhere';
  return upload?.length === 0 ? 'nothing' : 'broken';
}

/** @param {Recall} recall */
const elsewhere = ({ upload }) => words.uploadElsewhere(formatBytes(upload?.offset ?? 0));

/** @param {string} text */
const noteOf = (text) => h('div', { class: 'note' }, h('p', {}, text));

/**
 * Says that the line is broken: at once where the browser knows it, else once a request has failed.
 *
 * @param {AbortSignal} signal
 */
function brokenLine(signal) {
  const element = h('div', { role: 'status' });
  const tell = () => {
    if (element.childElementCount > 0) return;
    element.replaceChildren(noteOf(words.uploadWaits(formatClock(Date.now()))));
  };
  const mend = () => element.replaceChildren();
  window.addEventListener('offline', tell, { signal });
  window.addEventListener('online', mend, { signal });
  return { element, tell, mend };
}
