import { en } from 'zod/locales';

/** What zod says of itself where a schema has no words of its own: its small edition knows none by itself. */
export const { localeError: inEnglish } = /* @__PURE__ */ en();
