import type { Language } from '@unpush/core';
import { EN } from './en.ts';
import type { ProblemWords } from './problem-words.ts';
import { ZH_CN } from './zh-cn.ts';

const WORDS: Readonly<Record<Language, ProblemWords>> = { en: EN, 'zh-cn': ZH_CN };

/** What a door says, in this language. */
export const wordsIn = (language: Language): ProblemWords => WORDS[language];
