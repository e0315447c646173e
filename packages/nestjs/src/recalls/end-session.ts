import { maskSecrets, UnpushError } from '@unpush/core';
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

/** An error in words that may be kept and shown: without secrets, and with what it came of. */
export function failureOf(error: unknown): string {
  const cause = causeOf(error);
  // Ours never hold a secret, and a remedy that is cut short helps nobody
  const message = UnpushError.isInstance(error) ? error.message : maskSecrets(nameOf(error));
  return cause === undefined || message.includes(cause) ? message : `${message} (cause: ${cause})`;
}

/** More of an error that is not ours tells nobody more. */
const LONGEST_CAUSE = 300;

function causeOf(error: unknown): string | undefined {
  if (!isError(error) || error.cause === undefined) return undefined;
  const { cause } = error;
  const text = UnpushError.isInstance(cause)
    ? cause.message
    : maskSecrets(isError(cause) ? cause.message : nameOf(cause));
  return text === '' ? undefined : text.slice(0, LONGEST_CAUSE);
}

const nameOf = (error: unknown): string =>
  isError(error) ? `${error.name}: ${error.message}` : String(error);

/** By what it has, for an error of another realm is of another class. */
const isError = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
