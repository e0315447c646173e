// @ts-check
// The rivals are JavaScript: stripping types at each start would count against them.

/**
 * What every rival is told, as JSON in its first argument.
 *
 * @typedef {object} RivalSettings
 * @property {string} url
 * @property {string} clientId
 * @property {string} serviceAccount path of the key file
 * @property {string} ca path of the authority's certificate
 * @property {number} notifyId
 * @property {string} tokens path of a list of tokens, one a line
 * @property {number} targets how many tokens there are in it
 * @property {number} concurrency how many requests may be under way at once
 */

/** As many as the vendor takes in one request. */
export const BATCH = 1000;

/** @returns {RivalSettings} */
export function readSettings() {
  const settings = /** @type {unknown} */ (JSON.parse(process.argv[2] ?? ''));
  return /** @type {RivalSettings} */ (settings); // written by run/contestant.ts
}

/**
 * The rival's only word, at its end.
 *
 * @param {number} accepted
 */
export function say(accepted) {
  process.stdout.write(`${JSON.stringify({ accepted })}\n`);
}
