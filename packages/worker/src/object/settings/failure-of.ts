import { maskSecrets, UnpushError } from '@unpush/core';

/** An error in words that may be kept and shown: without secrets. */
export function failureOf(error: unknown): string {
  // Ours never hold a secret, and a remedy that is cut short helps nobody
  if (UnpushError.isInstance(error)) return error.message;
  return maskSecrets(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
