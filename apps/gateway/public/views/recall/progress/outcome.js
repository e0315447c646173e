/** @typedef {import('../../../api/types.d.ts').Recall} Recall */

/** How many targets there are to be sent: without what is no target, and without those that came before. @param {Recall} recall */
export const toSend = ({ targets }) => targets.read - targets.malformed - targets.duplicate;

/** How many have their final outcome. @param {Recall} recall */
export const settledIn = ({ targets }) => targets.accepted + targets.rejected + targets.unknown;

/**
 * What has come of a recall that is finished: only where the vendor took everything is all well.
 *
 * @param {Recall} recall
 * @returns {'all' | 'some' | 'none'}
 */
export function outcomeOf(recall) {
  if (recall.targets.accepted === 0) return 'none';
  return recall.targets.accepted === toSend(recall) ? 'all' : 'some';
}
