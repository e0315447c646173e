import { LedgerError } from '@unpush/recall';

/** Nobody knows a recall of that name, or an upload, which may have been dropped meanwhile. */
export const noSuchRecall = (recallId: string): LedgerError =>
  new LedgerError(
    `no recall ${JSON.stringify(recallId.slice(0, 64))} of this app. List those there are, and check the id and the app.`,
    { problem: 'not-found', recallId: recallId.slice(0, 64) },
  );

export const forgottenRecall = (recallId: string): LedgerError =>
  new LedgerError(
    `recall ${recallId} cannot go on: its targets were deleted. Its record and evidence are still there. Begin a new recall with the list of targets.`,
    { problem: 'forgotten', recallId },
  );

export const underWay = (recallId: string): LedgerError =>
  new LedgerError(`recall ${recallId} is under way. Wait for its end, or stop it.`, {
    problem: 'under-way',
    recallId,
  });

/** It was closed, or another has taken it since. */
export const ownedNoMore = (recallId: string): LedgerError =>
  new LedgerError(`recall ${recallId} was let go of, so nothing more of it is written. Open it again.`, {
    problem: 'under-way',
    recallId,
  });
