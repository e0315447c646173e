import { doing, h } from '../../dom.js';
import { words } from '../../words/words.js';

/** @typedef {import('../../api/types.d.ts').Recall} Recall */

/**
 * Report and evidence, as files, as far as there are any. A plain link cannot carry the key, so each is fetched first; a
 * long one lies with the browser, on its disk, not in the memory of the page.
 *
 * @param {import('../../api/client.js').Client} client
 * @param {{ path: string, recallId: string, onError: (error: unknown) => void }} options
 * @returns {{ element: HTMLElement, show: (recall: Recall) => void }}
 */
export function downloadButtons(client, { path, recallId, onError }) {
  const button = (/** @type {string} */ label, /** @type {string} */ part, /** @type {string} */ name) => {
    const made = h('button', { type: 'button' }, label);
    const fetchFile = async () => {
      made.disabled = true;
      made.textContent = words.downloading;
      try {
        const response = await client.call(`${path}/${part}`);
        save(await response.blob(), `${recallId}.${name}`);
      } finally {
        made.disabled = false;
        made.textContent = label;
      }
    };
    made.addEventListener('click', doing(fetchFile, onError));
    return made;
  };
  const reports = [
    button(words.report, 'report', 'report.ndjson'),
    button(words.reportAll, 'report?all=true', 'report-all.ndjson'),
  ];
  const noReport = h('p', { class: 'hint' }, words.noReport);
  const element = h(
    'div',
    { class: 'buttons downloads' },
    ...reports,
    button(words.evidence, 'evidence', 'evidence.ndjson'),
    button(words.evidenceKey, 'evidence-key', 'evidence-key.json'),
    noReport,
  );
  return {
    element,
    show: ({ state, forgotten }) => {
      // A record begins with the recall, once its list is complete
      element.hidden = state === 'uploading';
      for (const report of reports) report.hidden = forgotten;
      noReport.hidden = !forgotten;
    },
  };
}

/** @param {Blob} file @param {string} name */
function save(file, name) {
  const url = URL.createObjectURL(file);
  h('a', { href: url, download: name }).click();
  // The download has its own hold on the file once it has begun
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
