import { hashOf, placeIn } from '../address.js';
import { LoggedOutError, OutOfReachError, ProblemError } from '../api/errors.js';
import { h } from '../dom.js';
import { OtherListError } from '../list/other-list-error.js';
import { WrongListError } from '../list/wrong-list-error.js';
import { formatCount } from '../words/format.js';
import { words } from '../words/words.js';

/**
 * What has gone wrong, in words, and what to do about it.
 *
 * @param {unknown} error
 * @param {() => void} [onList] somebody says that it is a list all the same, where what a file looks like is but a guess
 * @returns {HTMLElement}
 */
export function problemView(error, onList) {
  if (error instanceof OutOfReachError) return alertOf(words.outOfReach);
  if (error instanceof LoggedOutError) return alertOf(words.loggedOut);
  if (error instanceof OtherListError) {
    const { bytes, offset, length } = error.facts;
    return alertOf(words.otherList(formatCount(bytes), formatCount(length), formatCount(offset)));
  }
  if (error instanceof WrongListError) return wrongListView(error, onList);
  if (!(error instanceof ProblemError))
    return alertOf(error instanceof Error ? error.message : String(error));
  const { title, detail, errors = [], remedies = [], recallId } = error.problem;
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('strong', {}, title),
    detail !== undefined && h('p', {}, detail),
    otherRecall(recallId),
    errors.length > 0 &&
      listOf(errors.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem))),
    remedies.length > 0 && h('p', {}, `${words.whatToDo}:`),
    remedies.length > 0 && listOf(remedies),
  );
}

/** The way to the recall that a problem is about, where it is not the one that is shown. @param {string | undefined} recallId */
function otherRecall(recallId) {
  const place = placeIn(window.location.hash);
  if (recallId === undefined || place === undefined || place.recallId === recallId) return undefined;
  return h('p', {}, h('a', { href: hashOf({ app: place.app, recallId }) }, words.openRecall(recallId)));
}

/** What a file looks like, and what to do. @param {WrongListError} error @param {(() => void) | undefined} onList */
function wrongListView({ look, columns }, onList) {
  const { looks, remedy } = words.wrongLists[look];
  const named = columns.length > 0 ? words.columns(columns.slice(0, MOST_COLUMNS).map(shortened)) : '';
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('strong', {}, words.wrongList),
    h('p', {}, [looks, named].filter((part) => part !== '').join(' ')),
    h('p', {}, remedy),
    look === 'columns' &&
      onList !== undefined &&
      h('p', {}, h('button', { type: 'button', click: onList }, words.listAllTheSame)),
  );
}

const MOST_COLUMNS = 5;

/** A name is short. What is not may be a token in place of one. @param {string} name */
const shortened = (name) => (name.length > 24 ? `${name.slice(0, 8)}…` : name);

/** @param {string} text */
const alertOf = (text) => h('div', { class: 'problem', role: 'alert' }, h('p', {}, text));

/** @param {readonly string[]} items */
const listOf = (items) => h('ul', {}, ...items.map((item) => h('li', {}, item)));
