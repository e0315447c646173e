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
  return { entry, code: entry.code.endsWith('*') ? nameFromOutside(code) : entry.code };
}

/** What begins with a code or name: `3028`, `INVALID_PARAM`, `3028: INVALID_PARAM`, `[3028] …`. */
const FIRST_WORD = /^\s*\[?(-?\w+)\]?\s*(?:$|[\s:,;|(/-])/;
/** So short a number can begin a sentence; alone it is a code. */
const ALONE_ONLY = '-1';

/** A field that is for people, which may hold a code all the same. Codes are matched, never the words. */
function inWords(text: string | undefined): FoundCode | undefined {
  const word = FIRST_WORD.exec(text ?? '')?.[1];
  if (word === undefined || (word === ALONE_ONLY && text?.trim() !== word)) return undefined;
  const entry = BY_NAME.get(word) ?? numbered(word);
  // Success is a word of every day, and what is said for people alone is no acceptance
  return entry === undefined || entry.advice === 'done' ? undefined : { entry, code: entry.code };
}

/** Codes of the gateway are words as well: they stand in `Code` alone. */
const numbered = (word: string): CatalogEntry | undefined =>
  /^-?\d+$/.test(word) ? lookUp({ vendor: 'mpaas', code: word }) : undefined;
