import { doing, field, h } from '../../dom.js';
import { beginUpload } from '../../list/upload.js';
import { formatOf, openList } from '../../list/open-list.js';
import { formatBytes, formatCount } from '../../words/format.js';
import { words } from '../../words/words.js';
import { confirmed } from '../asking/confirm-view.js';
import { problemView } from '../problem-view.js';
import { selectorFields } from './selector-fields.js';

/** @typedef {import('../../api/types.d.ts').App} App */
/** @typedef {import('../../api/types.d.ts').Recall} Recall */

/**
 * Begins a recall: selector, reason and list, looked over and confirmed.
 *
 * @param {import('../../api/client.js').Client} client
 * @param {App} app
 * @param {(beginning: Promise<Recall>, list: import('../../list/open-list.js').List | undefined) => Promise<void>} onBegin the list is still to be sent
 * @returns {HTMLElement}
 */
export function startView(client, app, onBegin) {
  const selector = selectorFields(app.selectorFields);
  const reason = h('input', { type: 'text', maxlength: '500' });
  const file = h('input', { type: 'file', accept: '.txt,.ndjson,.jsonl,.gz' });
  const jsonField = h('input', { type: 'text', spellcheck: 'false' });
  const jsonFieldRow = field(words.jsonField, jsonField, words.jsonFieldHint);
  jsonFieldRow.hidden = true;
  file.addEventListener('change', () => {
    jsonFieldRow.hidden = formatOf(file.files?.[0]?.name ?? '') !== 'ndjson';
  });
  const again = h('input', { type: 'checkbox' });
  const trouble = h('div', {});
  const button = h('button', { type: 'submit', class: 'main' }, words.review);
  /** What looks like columns, and is a list as somebody says. @type {File | undefined} */
  let saidToBeList;
  // Of the same answers the same recall, also where an answer to this was lost
  /** @type {Map<string, string>} */
  const keys = new Map();

  const start = async () => {
    trouble.replaceChildren();
    const { id, idName, given, facts: ofSelector, isWhole } = selector.read();
    const chosen = isWhole ? undefined : file.files?.[0];
    if (!isWhole && chosen === undefined) throw new Error(words.fileNeeded);
    const list = chosen === undefined ? undefined : await read(chosen);
    const described =
      chosen === undefined || list === undefined
        ? words.wholeTask
        : `${chosen.name}, ${formatBytes(chosen.size)}, ${words.lines(list.lines, formatCount(list.lines))}`;
    const facts = /** @type {const} */ ([
      [words.app, `${app.name} (${app.vendor} ${app.vendorApp ?? ''})`],
      ...ofSelector,
      [words.file, described],
      [words.reason, reason.value.trim() || '–'],
    ]);
    if (!(await confirmed({ facts, id, idName }))) return;
    const choices = choicesOf({ reason: reason.value.trim(), again: again.checked });
    const path = `/v1/apps/${app.name}/recalls`;
    const fingerprint = JSON.stringify([
      given,
      choices,
      jsonField.value,
      chosen?.name,
      chosen?.size,
      chosen?.lastModified,
    ]);
    const idempotencyKey = keys.get(fingerprint) ?? crypto.randomUUID();
    keys.set(fingerprint, idempotencyKey);
    button.disabled = true;
    try {
      await onBegin(begin({ path, given, choices, list, idempotencyKey }), list);
    } finally {
      button.disabled = false;
    }
  };

  /** @param {{ path: string, given: Readonly<Record<string, string>>, choices: object, list: import('../../list/open-list.js').List | undefined, idempotencyKey: string }} request @returns {Promise<Recall>} */
  const begin = async ({ path, given, choices, list, idempotencyKey }) => {
    if (list === undefined) {
      return client.read(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
        body: JSON.stringify({ selector: given, ...choices }),
      });
    }
    const query = new URLSearchParams({ ...given, ...choices });
    if (list.format === 'ndjson' && jsonField.value.trim() !== '') query.set('field', jsonField.value.trim());
    const onBreak = () => trouble.replaceChildren(problemView(new Error(words.beginWaits)));
    return beginUpload(client, { path, query, list, idempotencyKey }, onBreak);
  };

  /** @param {File} chosen */
  const read = async (chosen) => {
    button.disabled = true;
    button.textContent = words.reading;
    try {
      return await openList(chosen, { isList: chosen === saidToBeList });
    } finally {
      button.disabled = false;
      button.textContent = words.review;
    }
  };

  const allTheSame = () => {
    saidToBeList = file.files?.[0];
    form.requestSubmit();
  };
  const submit = doing(start, (error) => trouble.replaceChildren(problemView(error, allTheSame)));
  const form = h(
    'form',
    { class: 'card', submit, 'aria-labelledby': 'start-title' },
    h('h2', { id: 'start-title' }, words.newRecall),
    ...selector.fields,
    field(words.reason, reason, words.reasonHint),
    field(words.file, file, words.fileHint),
    jsonFieldRow,
    h('label', { class: 'check' }, again, words.again),
    trouble,
    h('div', { class: 'buttons' }, button),
  );
  return form;
}

/** @param {{ reason: string, again: boolean }} chosen */
const choicesOf = ({ reason, again }) => ({
  ...(reason === '' ? {} : { reason }),
  ...(again ? { again: true } : {}),
});
