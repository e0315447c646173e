import { hasCode, UnpushError, type UnpushErrorOptions } from './unpush-error.ts';

/** One thing that is wrong with a request. */
export interface RequestProblem {
  /** Where it stands, such as `notifyId` or `tokens.3`. */
  readonly field: string;
  /** What is wrong there, with the value's kind and the limit. */
  readonly problem: string;
  /** The vendor's code that the request would have got, where one stands for this very problem. */
  readonly code?: string;
}

/** What the caller asked for may not be sent. Nothing was sent. */
export class InvalidRequestError extends UnpushError {
  override readonly name = 'InvalidRequestError';
  readonly code = 'INVALID_REQUEST';
  readonly problems: readonly RequestProblem[];

  constructor(problems: readonly RequestProblem[], options?: UnpushErrorOptions) {
    super(problems.map(({ field, problem }) => `${field}: ${problem}`).join('\n'), options);
    this.problems = problems;
  }

  static override isInstance(error: unknown): error is InvalidRequestError {
    return hasCode(error, 'INVALID_REQUEST');
  }
}
