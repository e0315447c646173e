import { hasCode, UnpushError } from './unpush-error.ts';

/** A key file, access key or token cannot be used. Its message never holds a secret. */
export class CredentialError extends UnpushError {
  override readonly name = 'CredentialError';
  readonly code = 'INVALID_CREDENTIAL';

  static override isInstance(error: unknown): error is CredentialError {
    return hasCode(error, 'INVALID_CREDENTIAL');
  }
}
