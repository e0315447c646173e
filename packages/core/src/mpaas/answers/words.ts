import { wordsFromOutside } from '../../display/from-outside.ts';
import type { MpaasBody } from './answer-body.ts';
import type { FoundCode } from './find-code.ts';

/** The vendor's words where they say more than the code. */
export function wordsOf(body: MpaasBody, { entry, code }: FoundCode): string {
  if (entry.about === 'credential') return entry.message;
  const words = textsOf(body).find((text) => ![code, entry.code, entry.name].includes(text.trim()));
  return words === undefined ? entry.message : wordsFromOutside(words);
}

/** The vendor's words where no code is known, if there are any. */
export function anyWordsOf(body: MpaasBody): string | undefined {
  const [words] = textsOf(body);
  return words === undefined ? undefined : wordsFromOutside(words);
}

/** What was to be signed, said again: it holds the request's parameters, targets included. */
const ECHO = /string\s*to\s*sign|x-acs-|%[0-9a-f]{2}/i;

const textsOf = (body: MpaasBody): readonly string[] =>
  [body.pushResult?.resultMsg, body.resultMessage, body.message]
    .filter((text) => text !== undefined)
    .filter((text) => text.trim() !== '' && !ECHO.test(text));
