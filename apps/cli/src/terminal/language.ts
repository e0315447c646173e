import { LANGUAGES, type Language } from '@unpush/core';
import { SettingsError } from '../errors/settings-error.ts';

/** Where a language may be said. */
export interface LanguageSources {
  /** `--lang`. */
  readonly flag?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `--lang`, then UNPUSH_LANG, then the system's locale, then English. Throws {@link SettingsError}. */
export function languageOf({ flag, env }: LanguageSources): Language {
  const asked = flag ?? env['UNPUSH_LANG'];
  if (asked !== undefined && asked !== '') return check(asked);
  // As POSIX has it: the first of them that says anything decides
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (name) => name !== undefined && name !== '',
  );
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh-cn' : 'en';
}

function check(asked: string): Language {
  const name = asked.toLowerCase().replace('_', '-');
  const found = name === 'zh' ? 'zh-cn' : LANGUAGES.find((language) => language === name);
  if (found !== undefined) return found;
  throw new SettingsError(
    `the language ${JSON.stringify(asked)} is not there: choose ${LANGUAGES.join(' or ')}`,
  );
}
