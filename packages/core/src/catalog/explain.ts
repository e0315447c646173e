import type { CatalogEntry, CatalogText, Language, Vendor } from './entry.ts';
import type { AdviceWord, Locale } from './locale.ts';
import { EN } from './locales/en.ts';
import { ZH_CN } from './locales/zh-cn.ts';
import { matchCodes } from './match-codes.ts';

const LOCALES: Readonly<Record<Language, Locale>> = { en: EN, 'zh-cn': ZH_CN };

/** A code as a person has it, and what about it is wanted. */
export interface ExplainQuestion {
  /**
   * As it was typed or copied: `80300028`, `-1`, `503`, `HTTP 503`, a name such as `SIGNATURE_MISMATCH`, or the
   * vendor's own message. Upper and lower case are the same.
   */
  readonly code: string;
  /** Only this vendor's meanings. */
  readonly vendor?: Vendor;
  readonly language: Language;
}

/** What is known of a code, in words. */
export interface Explanation {
  readonly entry: CatalogEntry;
  readonly text: CatalogText;
  /** What the code is about, as a word or two. */
  readonly about: string;
  /** What unpush does by itself, as a sentence or two. */
  readonly advice: string;
}

/**
 * Explains a code, in every meaning it has: at each vendor, as a code and as an HTTP status. Empty for a code
 * that nobody knows; {@link suggest} then has near ones.
 *
 * @example
 * ```ts
 * const [explanation] = explain({ code: '80300028', language: 'en' });
 * explanation?.text.title; // 'Tokens are of another app'
 * ```
 */
export function explain({ code, vendor, language }: ExplainQuestion): readonly Explanation[] {
  const locale = LOCALES[language];
  return matchCodes(code)
    .filter((entry) => vendor === undefined || entry.vendor === vendor)
    .flatMap((entry) => {
      const text = textOf(entry, language);
      if (text === undefined) return [];
      const about = locale.about[entry.about];
      return [{ entry, text, about, advice: locale.advice[adviceWord(entry)] }];
    });
}

/** The words for a row of the catalog, or `undefined` for an entry that is not of the catalog. */
export function textOf(entry: CatalogEntry, language: Language): CatalogText | undefined {
  const texts: Readonly<Record<string, CatalogText>> = LOCALES[language].texts[entry.vendor][entry.kind];
  return texts[entry.code];
}

function adviceWord({ advice, about }: CatalogEntry): AdviceWord {
  if (advice !== 'retry') return advice;
  return about === 'quota' ? 'retry-slower' : 'retry-later';
}
