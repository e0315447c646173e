const SEPARATORS = ['\t', ';', ','];

/** So many lines tell. */
const LOOKED_AT = 50;

/**
 * Whether lines are rows of a table: all of them have the same number of cells, and there is a header, or a column of what
 * only tokens look like; or the name of the file says it. A list whose targets merely hold commas is none.
 *
 * @param {readonly string[]} lines
 * @param {string} name of the file
 * @returns {readonly string[] | undefined} the names in the header, none where there is no header
 */
export function columnsOf(lines, name) {
  const some = lines.slice(0, LOOKED_AT);
  for (const separator of SEPARATORS) {
    const [header, ...rest] = some.map((line) => cellsOf(line, separator));
    if (header === undefined || header.length < 2) continue;
    if (rest.length === 0 || rest.some(({ length }) => length !== header.length)) continue;
    if (isHeader(header, rest)) return header;
    // White space is in no target
    const isTable = separator === '\t' || /\.[ct]sv(\.gz)?$/i.test(name) || hasTokens([header, ...rest]);
    if (isTable) return [];
  }
  return undefined;
}

/** @typedef {readonly string[]} Row */

/** @param {string} line @param {string} separator @returns {Row} */
function cellsOf(line, separator) {
  // Not where it stands in quotes
  const cells = line.split(new RegExp(`${separator}(?=(?:[^"]*"[^"]*")*[^"]*$)`));
  return cells.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** @param {string} cell */
const isName = (cell) => /^[\p{L}_][\p{L}\p{N}_ .-]{0,39}$/u.test(cell);

/** Names, above a column that holds none, or one that says what it is. @param {Row} header @param {readonly Row[]} rest */
const isHeader = (header, rest) =>
  header.every(isName) &&
  header.some(
    (cell, at) => /token|target|device|user|phone/i.test(cell) || rest.every((row) => !isName(row[at] ?? '')),
  );

/** @param {readonly Row[]} rows */
const hasTokens = ([first = [], ...rest]) =>
  first.some((_, at) => [first, ...rest].every((row) => /^[\w+/=:.-]{20,}$/.test(row[at] ?? '')));
