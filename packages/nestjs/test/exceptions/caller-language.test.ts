import { expect, it } from 'vitest';
import { callerLanguage } from '../../src/exceptions/caller-language.ts';

it.each([
  [undefined, 'en', 'en'],
  ['', 'en', 'en'],
  ['zh-CN', 'en', 'zh-cn'],
  ['zh', 'en', 'zh-cn'],
  ['zh-TW', 'en', 'zh-cn'],
  ['zh-Hans-CN', 'en', 'zh-cn'],
  ['en-GB', 'zh-cn', 'en'],
  ['en;q=0.5, zh;q=0.8', 'en', 'zh-cn'],
  ['zh;q=0.5, en;q=0.8', 'zh-cn', 'en'],
  ['zh;q=0, en', 'zh-cn', 'en'],
  ['fr, de', 'en', 'en'],
  ['fr, de', 'zh-cn', 'zh-cn'],
  ['fr, *;q=0.1', 'zh-cn', 'zh-cn'],
  ['*', 'en', 'en'],
  ['!!, ;q=x', 'en', 'en'],
] as const)('Accept-Language %j, otherwise %s: %s', (header, otherwise, wanted) => {
  expect(callerLanguage(header, otherwise)).toBe(wanted);
});
