import { InputError } from './input-error.ts';

/** How standard input is named on a command line. */
export const STDIN = '-';

/** What is wrong, and where. */
export interface InputFault {
  /** As the person named it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** What is wrong and what to do, in whole sentences; the first one goes on after the name and a colon. */
  readonly what: string;
  readonly cause?: unknown;
}

/** An error that begins with the name of the file. */
export function inputFault({ what, ...facts }: InputFault): InputError {
  const name = facts.file === STDIN ? 'standard input' : facts.file;
  const place = facts.line === undefined ? name : `${name}, line ${facts.line}`;
  return new InputError(`${place}: ${what}`, facts);
}
