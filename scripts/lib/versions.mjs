// @ts-check

/** @typedef {readonly [number, number, number]} Version */

/**
 * Reads `24.21.0`, `v24.21.0`, `>=22.19` or `pnpm@12.21.0+sha…`; parts that are not given are 0.
 *
 * @param {string} text
 * @returns {Version | undefined}
 */
export function parseVersion(text) {
  const found = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
}

/**
 * Whether a program's answer to `--version` is at least what a range such as `>=22.19` asks. Only that one form
 * of a range is understood: it is the only one this repository writes.
 *
 * @param {string} text
 * @param {string} range
 * @returns {boolean}
 */
export function satisfies(text, range) {
  if (!range.startsWith('>=')) {
    throw new TypeError(`Only ranges of the form ">=22.19" are understood, not "${range}".`);
  }
  const version = parseVersion(text);
  const least = parseVersion(range);
  if (version === undefined || least === undefined) return false;
  for (const place of /** @type {const} */ ([0, 1, 2])) {
    if (version[place] !== least[place]) return version[place] > least[place];
  }
  return true;
}
