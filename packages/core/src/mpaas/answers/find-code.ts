import type { CatalogEntry } from '../../catalog/entry.ts';
import { CATALOG, lookUp } from '../../catalog/lookup.ts';
import { nameFromOutside } from '../../display/from-outside.ts';
import type { MpaasBody } from './answer-body.ts';

/** A code of the catalog that an answer carries. */
export interface FoundCode {
  readonly entry: CatalogEntry;
  /** The code, fit to be shown: the catalog's, or of a family (`Throttling*`) what the answer says. */
  readonly code: string;
}

/**
 * The code that an answer carries. In which field of a push's or revoke's answer a code such as 3028 stands, and
 * whether as number or name, is documented nowhere: so all of them are looked at. A code that refuses comes before
 * one that says success, wherever they stand. Success has its documented places, and one code that nobody knows
 * in such a place undoes it.
 */
export function findCode(body: MpaasBody): FoundCode | undefined {
  const codes = [body.code, body.resultCode].filter((text) => text !== undefined && text.trim() !== '');
  const inFields = codes.map(inCodeField);
  const inTexts = [body.pushResult?.resultMsg, body.resultMessage, body.message].map(inWords);
  const refusal = [...inFields, ...inTexts].find((found) => found !== undefined && !saysSuccess(found));
  if (refusal !== undefined) return refusal;
  return inFields.every((found) => found !== undefined) ? inFields[0] : undefined;
}

const saysSuccess = ({ entry }: FoundCode): boolean => entry.advice === 'done';

const BY_NAME: ReadonlyMap<string, CatalogEntry> = new Map(
  CATALOG.flatMap((entry) =>
    entry.vendor === 'mpaas' && entry.name !== undefined ? [[entry.name, entry] as const] : [],
  ),
);

/** A field that is for codes: here families count too. */
function inCodeField(text: string | undefined): FoundCode | undefined {
  if (text === undefined) return undefined;
  const code = text.trim();
  const entry = BY_NAME.get(code) ?? lookUp({ vendor: 'mpaas', code });
  if (entry === undefined) return inWords(text);
  return { entry, code: entry.code.endsWith('*') ? memberOf(entry.code.slice(0, -1), code) : entry.code };
}

const LONGEST = 64;

/** A member's own name, whose beginning is the catalog's and stays readable, so that the family is found again. */
const memberOf = (beginning: string, code: string): string =>
  `${beginning}${nameFromOutside(code.slice(beginning.length))}`.slice(0, LONGEST);

/** What begins with a code or name: `3028`, `INVALID_PARAM`, `3028: INVALID_PARAM`, `[3028] …`, `8011：…`. */
const FIRST_WORD = /^[\s"'([{【（]*(-?\w+)(?!\w|\.\w)(.*)$/su;

/** A field that is for people, which may hold a code all the same. Codes are matched, never the words. */
function inWords(text: string | undefined): FoundCode | undefined {
  const [, word, rest = ''] = FIRST_WORD.exec(text ?? '') ?? [];
  if (word === undefined) return undefined;
  const entry = BY_NAME.get(word) ?? numbered(word, rest);
  // Success is a word of every day, and what is said for people alone is no acceptance
  return entry === undefined || entry.advice === 'done' ? undefined : { entry, code: entry.code };
}

/** Behind a code stands nothing, or a mark; `9000 targets` and `9000个` are amounts. */
const MARK = /^\s*(?:$|[^\s\p{L}\p{N}_])/u;

/** A number that is a code. Codes of the gateway are words of every day as well: they stand in `Code` alone. */
function numbered(word: string, rest: string): CatalogEntry | undefined {
  if (!/^-?\d+$/.test(word) || !MARK.test(rest)) return undefined;
  const entry = lookUp({ vendor: 'mpaas', code: word });
  // So short a number can begin a list or a sentence: alone it is a code, or with its name
  const isShort = word.length < 3;
  const isAlone = !/[\p{L}\p{N}]/u.test(rest) || (entry?.name !== undefined && rest.includes(entry.name));
  return isShort && !isAlone ? undefined : entry;
}
