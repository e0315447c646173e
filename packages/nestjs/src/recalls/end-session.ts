import { maskSecrets, UnpushError } from '@unpush/core';
import type { OwnedRecall, RecallSummary } from '@unpush/recall';
import { keptIn, toSettings } from './kept-settings.ts';

/** How a session has ended: with a summary, and with an error where one ended it. */
export interface SessionEnd {
  readonly summary: RecallSummary;
  readonly failure?: string;
}

/**
 * Writes down what a session leaves behind, whoever ran it.
 *
 * Only what somebody interrupted goes on by itself: a recall that was to be stopped is not wanted any more already,
 * and one whose process shuts down still is. What ended early for any other reason waits until somebody has seen why,
 * and resumes it; else each start of the application would send to a vendor that has refused.
 */
export async function endSession(owned: OwnedRecall, { summary, failure }: SessionEnd): Promise<void> {
  const { state, stoppedBy } = summary;
  if (state !== 'finished' && stoppedBy?.cause !== 'interrupt') await owned.want('stop');
  const kept = keptIn(owned.settings);
  if (kept === undefined) return;
  const { retryUnknown, error, ...rest } = kept;
  if (retryUnknown === undefined && error === undefined && failure === undefined) return;
  const said = failure === undefined ? {} : { error: { at: new Date().toISOString(), message: failure } };
  await owned.saveSettings(toSettings({ ...rest, ...said }));
}

/** An error in words that may be kept and shown: without secrets. */
export function failureOf(error: unknown): string {
  // Ours never hold a secret, and a remedy that is cut short helps nobody
  if (UnpushError.isInstance(error)) return error.message;
  return maskSecrets(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
