import type { Language } from '@unpush/core';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/** Any Chinese is served with the one that we have: it is nearer to it than English. */
const BY_PREFIX: ReadonlyMap<string, Language> = new Map([
  ['zh', 'zh-cn'],
  ['en', 'en'],
]);

/** The language that a caller asks for by `Accept-Language`; `otherwise` where they ask for none that there is. */
export function languageOf(context: Context, otherwise: Language): Language {
  let found: Language | undefined;
  accepts(context, {
    header: 'Accept-Language',
    supports: [],
    default: otherwise,
    match: (ranges) => {
      const wanted = ranges.filter(({ q }) => q > 0).sort((one, other) => other.q - one.q);
      for (const { type } of wanted) {
        found ??= type === '*' ? otherwise : BY_PREFIX.get(type.toLowerCase().replace(/-.*/, ''));
      }
      return otherwise;
    },
  });
  return found ?? otherwise;
}
