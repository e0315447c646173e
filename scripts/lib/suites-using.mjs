// @ts-check
import { posix } from 'node:path';

/**
 * The test files that start a program of the system, themselves or by way of what they import: so that no list
 * has to be kept, and a machine without the program can leave them out by name.
 *
 * @param {string} program as it stands in quotes where it is started
 * @param {ReadonlyMap<string, string>} texts of the tests and all that lies beside them, by file
 * @returns {readonly string[]}
 */
export function suitesUsing(program, texts) {
  const starts = new RegExp(`['"\`]${program}['"\` ]`);
  /** @param {string} file @param {ReadonlySet<string>} above @returns {boolean} */
  const uses = (file, above) => {
    const text = texts.get(file);
    if (text === undefined || above.has(file)) return false;
    return starts.test(text) || importsOf(file, text).some((other) => uses(other, new Set([...above, file])));
  };
  return [...texts.keys()].filter((file) => file.endsWith('.test.ts') && uses(file, new Set()));
}

/** @param {string} file @param {string} text @returns {readonly string[]} the files it imports by relative path */
const importsOf = (file, text) =>
  [...text.matchAll(/\bfrom '(\.[^']+)'/g)].map(([, path = '']) => posix.join(posix.dirname(file), path));
