import {
  InvalidRequestError,
  NoAnswerError,
  VendorError,
  type CatalogEntry,
  type CatalogText,
  type Language,
  type UnpushError,
} from '@unpush/core';
import { InputError } from '../intake/input-error.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { kindOf } from './kind-of.ts';
import type { KindWords, ProblemWords } from './locales/problem-words.ts';
import { wordsIn } from './locales/words-in.ts';
import { PROBLEM_STATUS, problemType, type GatewayKind } from './problem-kind.ts';
import { isOfCaller } from './of-caller.ts';
import type { UnpushProblem } from './problem.ts';

/** How a problem is put. */
export interface ProblemSpeech {
  readonly language: Language;
  /**
   * What the error catalog says of a vendor's code: core's `textOf`. Without it a refusal is told by its code alone; the
   * texts of all codes are 50 KB, which a door that hands on no refusals need not have with it.
   */
  readonly textOf?: (entry: CatalogEntry, language: Language) => CatalogText | undefined;
}

/**
 * Puts an error for whoever has called over HTTP: what they can act on, in their language, and nothing of this machine.
 * A message of ours that can name a path, such as that of a key file, is left to the log.
 */
export function problemOf(error: UnpushError, { language, textOf }: ProblemSpeech): UnpushProblem {
  const kind = kindOf(error);
  const words = wordsIn(language);
  const { title, detail } = words.kinds[kind];
  return {
    type: problemType(kind),
    title,
    status: PROBLEM_STATUS[kind],
    detail,
    code: error.code,
    ...factsOf(error, { language, words, kind: words.kinds[kind], ...(textOf && { textOf }) }),
  };
}

/**
 * Puts what a gateway itself has to say of a request: nothing of ours has failed, and nothing was sent for it.
 *
 * @example
 * ```ts
 * problemOfKind('upload-offset', 'en', { offset: 4096 }).status; // 409
 * ```
 */
export function problemOfKind(
  kind: GatewayKind,
  language: Language,
  facts: ProblemFacts = {},
): UnpushProblem {
  const { title, detail } = wordsIn(language).kinds[kind];
  return {
    type: problemType(kind),
    title,
    status: PROBLEM_STATUS[kind],
    detail,
    code: kind.toUpperCase().replaceAll('-', '_'),
    ...facts,
  };
}

/** What can be said beyond the kind of a problem: its `detail` is in the caller's language, and stays. */
export type ProblemFacts = Partial<Pick<UnpushProblem, 'errors' | 'instance' | 'offset' | 'recallId'>>;

interface Said extends ProblemSpeech {
  readonly words: ProblemWords;
  readonly kind: KindWords;
}

function factsOf(error: UnpushError, said: Said): Partial<UnpushProblem> {
  if (InvalidRequestError.isInstance(error)) return { errors: error.problems };
  if (InputError.isInstance(error)) return isOfCaller(error) ? factsOfInput(error) : {};
  if (LedgerError.isInstance(error)) {
    return error.recallId === undefined ? {} : { recallId: error.recallId };
  }
  if (VendorError.isInstance(error)) return factsOfRefusal(error, said);
  if (NoAnswerError.isInstance(error)) {
    const { mayHaveBeenReceived } = error;
    return { mayHaveBeenReceived, detail: withDoubt(said.kind.detail, mayHaveBeenReceived, said.words) };
  }
  return {};
}

/** The file is named as the program has it: what lies before its name is the machine's business. */
function factsOfInput({ message, file, line }: InputError): Partial<UnpushProblem> {
  return {
    detail: file === undefined ? message : message.replaceAll(file, nameOf(file)),
    ...(line !== undefined && { line }),
  };
}

/** Without Node: what lies behind the last slash, of either kind. */
const nameOf = (path: string): string => path.replace(/^.*[\\/](?=[^\\/])/s, '');

function factsOfRefusal(
  { verdict, entry }: VendorError,
  { language, textOf, words, kind }: Said,
): Partial<UnpushProblem> {
  const { code, requestId, mayHaveBeenReceived } = verdict;
  const text = entry && textOf?.(entry, language);
  const detail = text === undefined ? kind.detail : words.meaning(text.title, text.meaning);
  return {
    detail: withDoubt(detail, mayHaveBeenReceived, words),
    ...(code !== undefined && { vendorCode: code }),
    ...(requestId !== undefined && { requestId }),
    ...(text !== undefined && { remedies: text.remedies }),
    mayHaveBeenReceived,
  };
}

const withDoubt = (detail: string, mayHaveBeenReceived: boolean, words: ProblemWords): string =>
  mayHaveBeenReceived ? words.sentences(detail, words.mayHaveBeenReceived) : detail;
