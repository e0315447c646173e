import { hasCode, UnpushError, type UnpushErrorOptions } from '@unpush/core';

/** The module's options are wrong. The application does not start. */
export class UnpushOptionsError extends UnpushError {
  override readonly name = 'UnpushOptionsError';
  readonly code = 'INVALID_SETTINGS';

  /** Each problem is a path and what is wrong there: `apps.shop.clientId: must be …`. */
  constructor(problems: readonly string[], options?: UnpushErrorOptions) {
    super(problems.map((problem) => `unpush: ${problem}`).join('\n'), options);
  }

  static override isInstance(error: unknown): error is UnpushOptionsError {
    return hasCode(error, 'INVALID_SETTINGS');
  }
}
