import { hasCode, UnpushError } from '@unpush/core';

/** A flag, a variable or the configuration file is wrong. Nothing was sent. */
export class SettingsError extends UnpushError {
  override readonly name = 'SettingsError';
  readonly code = 'INVALID_SETTINGS';

  static override isInstance(error: unknown): error is SettingsError {
    return hasCode(error, 'INVALID_SETTINGS');
  }
}
