import { h } from '../dom.js';
import { openList } from '../list/open-list.js';
import { sendList } from '../list/upload.js';
import { formatBytes } from '../words/format.js';
import { words } from '../words/words.js';
import { problemView } from './problem-view.js';

/** @typedef {import('../api/types.d.ts').Recall} Recall */

/**
 * The upload of a list: sends the file that was chosen, or asks for it again where an earlier upload broke off.
 *
 * @param {import('../api/client.js').Client} client
 * @param {{ path: string, file: File | undefined, signal: AbortSignal, onComplete: (recall: Recall) => void }} options
 * @returns {{ element: HTMLElement, show: (recall: Recall) => void }}
 */
export function uploadView(client, { path, file, signal, onComplete }) {
  const element = h('div', {});
  let isBusy = false;

  const send = async (/** @type {File} */ chosen, /** @type {Recall} */ recall) => {
    isBusy = true;
    const bar = h('progress', { 'aria-labelledby': 'upload-words', max: String(Math.max(1, chosen.size)) });
    const said = h('p', { id: 'upload-words' });
    element.replaceChildren(bar, said);
    try {
      const list = await openList(chosen);
      // Of gzip nobody knows how long it will be
      const onOffset = (/** @type {number} */ offset) => {
        if (!list.isGzip) bar.value = Math.min(offset, chosen.size);
        said.textContent = list.isGzip
          ? words.uploadingUnpacked(formatBytes(offset))
          : words.uploading(formatBytes(offset), formatBytes(chosen.size));
      };
      const sent = await sendList(client, { path, list, recall }, { onOffset, signal });
      isBusy = false;
      onComplete(sent);
    } catch (error) {
      isBusy = false;
      if (!signal.aborted) ask(recall, error);
    }
  };

  const ask = (/** @type {Recall} */ recall, /** @type {unknown} */ error) => {
    const again = h('input', { type: 'file', accept: '.txt,.ndjson,.jsonl,.gz', 'aria-label': words.file });
    again.addEventListener('change', () => {
      const chosen = again.files?.[0];
      if (chosen !== undefined) void goOn(chosen, recall);
    });
    element.replaceChildren(
      ...(error === undefined ? [] : [problemView(error)]),
      h('div', { class: 'note' }, h('strong', {}, words.goOnUpload), h('p', {}, words.uploadBroke), again),
    );
  };

  const goOn = async (/** @type {File} */ chosen, /** @type {Recall} */ recall) => {
    try {
      await send(chosen, await client.read(path, { signal }));
    } catch (error) {
      ask(recall, error);
    }
  };

  let first = file;
  return {
    element,
    show: (recall) => {
      if (isBusy) return;
      const isOpen = recall.state === 'uploading' && recall.upload?.complete !== true;
      if (!isOpen) element.replaceChildren();
      else if (first !== undefined) {
        const chosen = first;
        first = undefined;
        void send(chosen, recall);
      } else if (element.childElementCount === 0) ask(recall, undefined);
    },
  };
}
