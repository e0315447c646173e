/**
 * What a file looks like that is no list of targets.
 *
 * - `empty`, `blank`: there is nothing, or nothing but blank lines
 * - `gzip`: packed, and cannot be unpacked to its end
 * - `picture`, `pdf`, `zip`, `utf-16`, `binary`: no text in UTF-8
 * - `markup`: a web page, or XML
 * - `json`: of a name that says text
 * - `no-json`: of a name that says NDJSON
 * - `long-line`: its first line is longer than any target
 * - `columns`: a table, perhaps
 *
 * @typedef {'empty' | 'blank' | 'gzip' | 'picture' | 'pdf' | 'zip' | 'utf-16' | 'binary' | 'markup' | 'json' | 'no-json' | 'long-line' | 'columns'} Look
 */

/** A file is no list of targets, or not in the way that its name says. */
export class WrongListError extends Error {
  /** @param {Look} look @param {readonly string[]} [columns] the names of its columns, where it has a header */
  constructor(look, columns = []) {
    super(`the file is no list of targets: ${look}`);
    this.name = 'WrongListError';
    this.look = look;
    this.columns = columns;
  }
}
