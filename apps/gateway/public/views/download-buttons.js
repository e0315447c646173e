import { doing, h } from '../dom.js';
import { words } from '../words/words.js';

/**
 * Report and evidence, as files. A plain link cannot carry the key, so each is fetched first; a long one lies with the
 * browser, on its disk, not in the memory of the page.
 *
 * @param {import('../api/client.js').Client} client
 * @param {{ path: string, recallId: string, onError: (error: unknown) => void }} options
 * @returns {HTMLElement}
 */
export function downloadButtons(client, { path, recallId, onError }) {
  const files = /** @type {const} */ ([
    [words.report, 'report', `${recallId}.report.ndjson`],
    [words.reportAll, 'report?all=true', `${recallId}.report-all.ndjson`],
    [words.evidence, 'evidence', `${recallId}.evidence.ndjson`],
    [words.evidenceKey, 'evidence-key', `${recallId}.evidence-key.txt`],
  ]);
  return h(
    'div',
    { class: 'buttons downloads' },
    ...files.map(([label, part, name]) => {
      const button = h('button', { type: 'button' }, label);
      const fetchFile = async () => {
        button.disabled = true;
        button.textContent = words.downloading;
        try {
          const response = await client.call(`${path}/${part}`);
          save(await response.blob(), name);
        } finally {
          button.disabled = false;
          button.textContent = label;
        }
      };
      button.addEventListener('click', doing(fetchFile, onError));
      return button;
    }),
  );
}

/** @param {Blob} file @param {string} name */
function save(file, name) {
  const url = URL.createObjectURL(file);
  h('a', { href: url, download: name }).click();
  // The download has its own hold on the file once it has begun
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
