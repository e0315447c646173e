const SEPARATORS = ['\t', ';', ','];

/** So many lines tell. */
const LOOKED_AT = 50;

/**
 * Whether lines are rows of a table: most of them have the same number of cells, and there is a header, or a column of
 * what only tokens look like; or the name of the file says it. A list whose targets merely hold commas is none.
 *
 * @param {readonly string[]} lines
 * @param {string} name of the file
 * @returns {readonly string[] | undefined} the names in the header, none where there is no header
 */
export function columnsOf(lines, name) {
  const some = lines.slice(0, LOOKED_AT);
  for (const separator of SEPARATORS) {
    const rows = rowsOf(some, separator);
    const [first, ...rest] = rows;
    if (first === undefined) continue;
    if (isHeader(first, rest)) return first;
    // White space is in no target
    if (separator === '\t' || /\.[ct]sv(\.gz)?$/i.test(name) || hasTokens(rows)) return [];
  }
  return undefined;
}

/** @typedef {readonly string[]} Row */

/**
 * Those of several cells that are as wide as most lines are: in a table a line may be ragged.
 *
 * @param {readonly string[]} lines
 * @param {string} separator
 * @returns {readonly Row[]} none where the lines have no width in common
 */
function rowsOf(lines, separator) {
  const rows = lines.map((line) => cellsOf(line, separator));
  const sameWidth = Object.values(Object.groupBy(rows, ({ length }) => length));
  const most = sameWidth.find((same = []) => same.length > lines.length / 2) ?? [];
  return most.filter(({ length }) => length > 1);
}

/** @param {string} line @param {string} separator @returns {Row} */
function cellsOf(line, separator) {
  /** @type {string[]} */
  const cells = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (isQuoted || line[at] !== separator) continue;
    cells.push(line.slice(start, at));
    start = at + 1;
  }
  return [...cells, line.slice(start)].map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** @param {string} cell */
const isName = (cell) => /^[\p{L}_][\p{L}\p{N}_ .-]{0,39}$/u.test(cell);

/** What a column of targets is called, in whatever case, and its words joined by whatever. */
const TARGET_NAME = /^((push|device|registration)[_ .-]?)?(token|target|device|user|phone)s?([_ .-]?id)?$/i;

/** Names, one of them that of a column of targets, or above a column that holds none. @param {Row} first @param {readonly Row[]} rest */
const isHeader = (first, rest) =>
  first.every(isName) &&
  first.some(
    (cell, at) => TARGET_NAME.test(cell) || (rest.length > 0 && rest.every((row) => !isName(row[at] ?? ''))),
  );

/** @param {readonly Row[]} rows */
const hasTokens = ([first = [], ...rest]) =>
  first.some((_, at) => [first, ...rest].every((row) => /^[\w+/=:.-]{20,}$/.test(row[at] ?? '')));
