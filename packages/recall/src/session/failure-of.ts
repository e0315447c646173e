import { maskSecrets, UnpushError } from '@unpush/core';

/**
 * An error in words that may be kept with a recall and shown: without secrets, and with what it came of.
 *
 * @example
 * ```ts
 * failureOf(new TypeError('x is not a function')); // 'TypeError: x is not a function'
 * ```
 */
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
