import { field, h } from '../../dom.js';
import { words } from '../../words/words.js';

/**
 * What somebody has filled in.
 *
 * @typedef {object} Filled
 * @property {string} id what is typed once more to confirm
 * @property {string} idName
 * @property {Readonly<Record<string, string>>} given
 * @property {readonly (readonly [name: string, value: string])[]} facts the same as people call it
 * @property {boolean} isWhole whether the selector says it all, without a list of targets
 */

/**
 * The fields of a vendor's selector. Of one that the page does not know yet, a plain field each. `read` throws for what
 * the gateway would refuse.
 *
 * @param {readonly string[]} names
 * @returns {{ readonly fields: readonly HTMLElement[], readonly read: () => Filled }}
 */
export function selectorFields(names) {
  const controls = names.map((name) => /** @type {const} */ ([name, controlOf(name)]));
  return {
    fields: controls.map(([name, control]) => field(labelOf(name), control, hintOf(name))),
    read: () => {
      const given = controls
        .map(([name, control]) => /** @type {const} */ ([name, checked(name, control.value.trim())]))
        .filter(([, value]) => value !== '');
      const [idName, id] = given.find(([name]) => name.endsWith('Id')) ?? given[0] ?? [names[0] ?? '', ''];
      if (id === '') throw new Error(words.idNeeded(labelOf(idName)));
      const ids = given.filter(([name]) => name.endsWith('Id')).map(([name]) => labelOf(name));
      if (ids.length > 1) throw new Error(words.oneId(ids));
      return {
        id,
        idName: labelOf(idName),
        given: Object.fromEntries(given),
        facts: given.map(([name, value]) => /** @type {const} */ ([labelOf(name), value])),
        isWhole: idName === 'taskId',
      };
    },
  };
}

const LARGEST_NOTIFY_ID = 2_147_483_647;

/** @param {string} name @param {string} value @returns {string} as the gateway writes it */
function checked(name, value) {
  if (name !== 'notifyId' || value === '') return value;
  if (!/^\d{1,16}$/.test(value) || Number(value) > LARGEST_NOTIFY_ID) {
    throw new Error(words.notifyIdWrong(value.length > 40 ? `${value.slice(0, 40)}…` : value));
  }
  return String(Number(value));
}

/** @param {string} name */
const controlOf = (name) =>
  name === 'pushType'
    ? h(
        'select',
        {},
        h('option', { value: 'notification' }, words.notification),
        h('option', { value: 'extension' }, words.extension),
      )
    : h('input', {
        type: 'text',
        autocomplete: 'off',
        spellcheck: 'false',
        inputmode: name === 'notifyId' ? 'numeric' : 'text',
      });

/** @param {string} name */
function labelOf(name) {
  const labels = /** @type {Readonly<Record<string, unknown>>} */ (words);
  const label = labels[name];
  return typeof label === 'string' ? label : name;
}

/** @param {string} name */
function hintOf(name) {
  if (name === 'notifyId') return words.notifyIdHint;
  return name === 'taskId' ? words.mpaasHint : undefined;
}
