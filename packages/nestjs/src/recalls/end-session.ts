import type { OwnedRecall, RecallSummary } from '@unpush/recall';
import { keptIn, toSettings } from './kept-settings.ts';

/** How a session has ended: with a summary, and with an error where one ended it. */
export interface SessionEnd {
  readonly summary: RecallSummary;
  readonly failure?: string;
  /** Whether the process shuts down: an error may then come of that alone. Default false. */
  readonly isClosing?: boolean;
}

/**
 * Writes down what a session leaves behind, whoever ran it.
 *
 * Only what somebody interrupted goes on by itself: a recall that was to be stopped is not wanted any more already,
 * and one whose process shuts down still is. What ended early for any other reason waits until somebody has seen why,
 * and resumes it; else each start of the application would send to a vendor that has refused.
 */
export async function endSession(
  owned: OwnedRecall,
  { summary, failure, isClosing = false }: SessionEnd,
): Promise<void> {
  const { state, stoppedBy } = summary;
  const goesOn = stoppedBy?.cause === 'interrupt' || (isClosing && stoppedBy?.cause === 'error');
  if (state !== 'finished' && !goesOn) await owned.want('stop');
  const kept = keptIn(owned.settings);
  if (kept === undefined) return;
  const { retryUnknown, error, ...rest } = kept;
  if (retryUnknown === undefined && error === undefined && failure === undefined) return;
  const said = failure === undefined ? {} : { error: { at: new Date().toISOString(), message: failure } };
  await owned.saveSettings(toSettings({ ...rest, ...said }));
}
