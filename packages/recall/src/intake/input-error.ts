import { hasCode, UnpushError, type UnpushErrorOptions } from '@unpush/core';

/** What an {@link InputError} holds. */
export interface InputErrorFacts extends UnpushErrorOptions {
  /** The file as the person named it. */
  readonly file?: string;
  /** Counted from 1, where the fault stands on one. */
  readonly line?: number;
}

/** A list of targets cannot be read. Nothing was sent. */
export class InputError extends UnpushError {
  override readonly name = 'InputError';
  readonly code = 'INVALID_INPUT';
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(message: string, facts: InputErrorFacts = {}) {
    super(message, facts);
    this.file = facts.file;
    this.line = facts.line;
  }

  static override isInstance(error: unknown): error is InputError {
    return hasCode(error, 'INVALID_INPUT');
  }
}
