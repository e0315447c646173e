import { describe, expect, it } from 'vitest';
import { LANGUAGES, VENDORS, type CatalogText, type Language } from '../../src/catalog/entry.ts';
import { textOf } from '../../src/catalog/explain.ts';
import type { Locale } from '../../src/catalog/locale.ts';
import { EN } from '../../src/catalog/locales/en.ts';
import { ZH_CN } from '../../src/catalog/locales/zh-cn.ts';
import { CATALOG } from '../../src/catalog/lookup.ts';

const LOCALES: Record<Language, Locale> = { en: EN, 'zh-cn': ZH_CN };

const wordsOf = ({ title, meaning, causes, remedies, note }: CatalogText): string[] => [
  title,
  meaning,
  ...causes,
  ...remedies,
  ...(note === undefined ? [] : [note]),
];

const ALL = LANGUAGES.flatMap((language) =>
  CATALOG.map((entry) => {
    const text = textOf(entry, language);
    return { language, code: `${entry.vendor} ${entry.kind} ${entry.code}`, text, row: entry.code };
  }),
);

const allWords = (language: Language): string[] => [
  ...Object.values(LOCALES[language].advice),
  ...Object.values(LOCALES[language].about),
  ...ALL.filter((each) => each.language === language).flatMap(({ text }) => wordsOf(text!)),
];

describe.each(LANGUAGES)('the texts in %s', (language) => {
  it.each(VENDORS)('have the very keys of the tables of %s', (vendor) => {
    for (const kind of ['code', 'http'] as const) {
      const inTable = CATALOG.filter((entry) => entry.vendor === vendor && entry.kind === kind);
      expect(Object.keys(LOCALES[language].texts[vendor][kind]).sort()).toEqual(
        inTable.map(({ code }) => code).sort(),
      );
    }
  });

  it('have something in every place', () => {
    for (const { text, code } of ALL.filter((each) => each.language === language)) {
      expect(text!.causes.length, code).toBeGreaterThan(0);
      expect(text!.remedies.length, code).toBeGreaterThan(0);
      for (const words of wordsOf(text!)) expect(words.trim(), code).not.toBe('');
    }
  });

  it('never claim of a target that the notification is gone', () => {
    const CLAIM =
      /(recalled|revoked|withdrawn|removed) successfully|successfully (recalled|revoked|withdrawn|removed)|撤回成功|成功撤回|已(经)?撤回|已从屏幕/i;
    expect(allWords(language).filter((words) => CLAIM.test(words))).toEqual([]);
  });

  it('keep titles short enough to be read at a glance', () => {
    const columns = (title: string): number => title.length + (title.match(/\p{Script=Han}/gu)?.length ?? 0);
    for (const { text, code } of ALL.filter((each) => each.language === language)) {
      expect(columns(text!.title), code).toBeLessThanOrEqual(45);
    }
  });
});

describe('the Chinese texts', () => {
  it('are in Chinese, but for titles that are names', () => {
    for (const { text, code } of ALL.filter(({ language }) => language === 'zh-cn')) {
      for (const words of wordsOf(text!)) expect(words, code).toMatch(/\p{Script=Han}/u);
    }
  });

  it('use full-width punctuation next to Chinese characters', () => {
    const HALF_WIDTH = /\p{Script=Han}[,;:?!()]|[,;?!()]\p{Script=Han}/u;
    expect(allWords('zh-cn').filter((words) => HALF_WIDTH.test(words))).toEqual([]);
  });
});

describe('the English texts', () => {
  it('have no Chinese in them', () => {
    expect(allWords('en').filter((words) => /\p{Script=Han}/u.test(words))).toEqual([]);
  });
});

describe('both languages', () => {
  it('name the same number of causes and remedies, and have a note for the same codes', () => {
    const shape = (language: Language): unknown[] =>
      ALL.filter((each) => each.language === language).map(({ code, text }) => [
        code,
        text!.causes.length,
        text!.remedies.length,
        text!.note !== undefined,
      ]);
    expect(shape('zh-cn')).toEqual(shape('en'));
  });

  it('send people to the same pages', () => {
    const links = (text: CatalogText): string[] =>
      wordsOf(text)
        .flatMap((words) => words.match(/https:\/\/[\w.\-/#{}[\]:]+/g) ?? [])
        .map((link) => link.replace(/[.:]$/, ''))
        .sort();
    for (const entry of CATALOG) {
      expect(links(textOf(entry, 'zh-cn')!), entry.code).toEqual(links(textOf(entry, 'en')!));
    }
  });
});
