import type { Failure } from '../revoker/verdict.ts';
import { hasCode, UnpushError, type UnpushErrorOptions } from './unpush-error.ts';

/** What a {@link NoAnswerError} holds. */
export interface NoAnswerFacts extends UnpushErrorOptions {
  readonly failure: Failure;
  /** Whether the vendor may have acted on the request. False only where that is certain. */
  readonly mayHaveBeenReceived: boolean;
}

/** No usable answer came: the network, TLS, a proxy or the vendor stood in the way. */
export class NoAnswerError extends UnpushError {
  override readonly name = 'NoAnswerError';
  readonly code = 'NO_ANSWER';
  readonly failure: Failure;
  readonly mayHaveBeenReceived: boolean;

  constructor(message: string, facts: NoAnswerFacts) {
    super(message, facts);
    this.failure = facts.failure;
    this.mayHaveBeenReceived = facts.mayHaveBeenReceived;
  }

  static override isInstance(error: unknown): error is NoAnswerError {
    return hasCode(error, 'NO_ANSWER');
  }
}
