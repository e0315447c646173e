import type { Language } from '@unpush/core';
import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';

/** Any Chinese is served with the one that we have: it is nearer to it than English. */
const BY_PREFIX: ReadonlyMap<string, Language> = new Map([
  ['zh', 'zh-cn'],
  ['en', 'en'],
]);

/** The language that a caller asks for by `Accept-Language`; `otherwise` where they ask for none that there is. */
export function languageOf({ req }: Context, otherwise: Language): Language {
  // It has them sorted: what is wanted most comes first
  for (const { type, q } of parseAccept(req.header('Accept-Language') ?? '')) {
    if (q === 0) break;
    const found = type === '*' ? otherwise : BY_PREFIX.get(type.toLowerCase().replace(/-.*/, ''));
    if (found !== undefined) return found;
  }
  return otherwise;
}
