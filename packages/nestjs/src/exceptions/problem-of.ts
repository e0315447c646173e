import { basename } from 'node:path';
import {
  InvalidRequestError,
  NoAnswerError,
  textOf,
  VendorError,
  type Language,
  type UnpushError,
} from '@unpush/core';
import { InputError, LedgerError } from '@unpush/recall';
import { kindOf } from './kind-of.ts';
import type { KindWords, ProblemWords } from './locales/problem-words.ts';
import { wordsIn } from './locales/words-in.ts';
import { PROBLEM_STATUS, problemType } from './problem-kind.ts';
import { isOfCaller } from './of-caller.ts';
import type { UnpushProblem } from './problem.ts';

/**
 * Puts an error for whoever has called over HTTP: what they can act on, in their language, and nothing of this machine.
 * A message of ours that can name a path, such as that of a key file, is left to the log.
 */
export function problemOf(error: UnpushError, language: Language): UnpushProblem {
  const kind = kindOf(error);
  const words = wordsIn(language);
  const { title, detail } = words.kinds[kind];
  return {
    type: problemType(kind),
    title,
    status: PROBLEM_STATUS[kind],
    detail,
    code: error.code,
    ...factsOf(error, { language, words, kind: words.kinds[kind] }),
  };
}

interface Said {
  readonly language: Language;
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
    detail: file === undefined ? message : message.replaceAll(file, basename(file)),
    ...(line !== undefined && { line }),
  };
}

function factsOfRefusal(
  { verdict, entry }: VendorError,
  { language, words, kind }: Said,
): Partial<UnpushProblem> {
  const { code, requestId, mayHaveBeenReceived } = verdict;
  const text = entry && textOf(entry, language);
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
