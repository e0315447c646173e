/**
 * What the address of the page names behind its `#`: an app, and perhaps one of its recalls. Nothing secret stands there,
 * and the browser sends none of it to anybody.
 *
 * @typedef {object} Place
 * @property {string} app
 * @property {string} [recallId]
 */

/** @param {string} hash as `location.hash` has it @returns {Place | undefined} */
export function placeIn(hash) {
  const [, app, recallId] = /^#([a-z0-9][a-z0-9_-]{0,63})(?:\/(r-[0-9a-f]{1,64}))?$/.exec(hash) ?? [];
  if (app === undefined) return undefined;
  return recallId === undefined ? { app } : { app, recallId };
}

/** @param {Place} place */
export const hashOf = ({ app, recallId }) => `#${app}${recallId === undefined ? '' : `/${recallId}`}`;

/**
 * Has the address name what is shown. What it named before is one step back; unless it named the same, or nothing.
 *
 * @param {Place} place
 */
export function nameInAddress(place) {
  const hash = hashOf(place);
  if (hash === window.location.hash) return;
  if (placeIn(window.location.hash) === undefined) window.history.replaceState(null, '', hash);
  else window.history.pushState(null, '', hash);
}
