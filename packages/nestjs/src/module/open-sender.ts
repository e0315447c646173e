import { InvalidRequestError } from '@unpush/core';
import { undiciSender, type UndiciSender, type UndiciSenderOptions } from '@unpush/transport/undici';
import { UnpushOptionsError } from '../options/options-error.ts';

/** Opens the usual pool of connections. Throws {@link UnpushOptionsError}. */
export function openSender(options: UndiciSenderOptions): UndiciSender {
  try {
    return undiciSender(options);
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    throw new UnpushOptionsError(
      error.problems.map(({ field, problem }) => `sender.${field}: ${problem}`),
      { cause: error },
    );
  }
}
