import { InputError } from '@unpush/recall';

/**
 * - `broken-off` the body has not come to its end: the client went away, or is silent
 * - `cut-short` it has, and its gzip data has not
 * - `damaged` its gzip data does not hold
 */
export type BodyProblem = 'broken-off' | 'cut-short' | 'damaged';

/** A body could not be read to its end. */
export class BodyFault extends InputError {
  readonly problem: BodyProblem;

  constructor(file: string, { problem, cause }: { readonly problem: BodyProblem; readonly cause?: unknown }) {
    super(`${file}: ${WORDS[problem]}`, { file, ...(cause !== undefined && { cause }) });
    this.problem = problem;
  }
}

const WORDS: Readonly<Record<BodyProblem, string>> = {
  'broken-off':
    'the body broke off before its end. What came of it in whole lines is kept, and nothing was sent. Ask where the list stands, and send it from there on.',
  'cut-short':
    'the gzip data ends before its end. What came of it in whole lines is kept, and nothing was sent. Compress the list again, or send it plain from where it stands.',
  damaged:
    'the gzip data does not hold, or something follows it. Nothing of this part is kept, and nothing was sent. Compress the list again in one piece, or send it plain.',
};
