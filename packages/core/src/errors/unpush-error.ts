const marker = Symbol.for('unpush.error');

/** The stable names of unpush's errors. */
export type UnpushErrorCode =
  | 'INVALID_REQUEST' // what the caller asked for may not be sent
  | 'INVALID_CREDENTIAL' // the key file or access key cannot be used
  | 'VENDOR_REFUSED' // the vendor answered, and did not accept
  | 'NO_ANSWER' // no usable answer came
  | 'INVALID_INPUT' // a list of targets cannot be read
  | 'INVALID_SETTINGS' // a flag, variable or configuration file is wrong
  | 'LEDGER' // the durable record of a recall cannot be kept or read
  | 'GATEWAY'; // a recall gateway refused, or cannot be reached

/** Further facts of an error. */
export interface UnpushErrorOptions {
  readonly cause?: unknown;
}

/**
 * The root of every error that unpush throws on purpose. Its message says what is wrong, with the value, and
 * what to do about it.
 *
 * Test with {@link UnpushError.isInstance} rather than `instanceof`: two copies of this package can meet in
 * one program.
 */
export abstract class UnpushError extends Error {
  abstract readonly code: UnpushErrorCode;
  private readonly [marker] = true;

  constructor(message: string, options: UnpushErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
  }

  /** Whether `error` is one of unpush's, from whichever copy of the package. */
  static isInstance(error: unknown): error is UnpushError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}

/** Whether `error` is one of unpush's with this very code, from whichever copy of the package. */
export function hasCode(error: unknown, code: UnpushErrorCode): boolean {
  return UnpushError.isInstance(error) && error.code === code;
}
