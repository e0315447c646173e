import { explain, type Explanation, type Language } from '@unpush/core';
import type { RecallWords } from '../../vendors/words/recall-words.ts';

/** A code that came up in a recall. */
export interface CodeOfRecall {
  readonly code: string;
  readonly words: RecallWords;
  readonly language: Language;
}

/** What the code means at the vendor of the recall, as far as its catalog has it. */
export function explainCode({ code, words, language }: CodeOfRecall): Explanation | undefined {
  const vendor = words.vendor.catalog;
  return vendor === undefined ? undefined : explain({ code, vendor, language })[0];
}
