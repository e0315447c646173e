import { LANGUAGES, type Language } from '@unpush/core';
import Negotiator from 'negotiator';

/** What a caller can ask for, and what they get; the one that is meant by "any" stands first. */
type Offered = ReadonlyMap<string, Language>;

/** Any Chinese is served with the one that we have: `zh`, `zh-TW` and `zh-Hans-CN` are nearer to it than English. */
function offered(first: Language): Offered {
  const languages = [first, ...LANGUAGES.filter((language) => language !== first)];
  return new Map(
    languages.flatMap((language) => [
      [language, language],
      [language.replace(/-.*/, ''), language],
    ]),
  );
}

/** The language that a caller asks for by `Accept-Language`; `otherwise` where they ask for none that we have. */
export function callerLanguage(acceptLanguage: string | undefined, otherwise: Language): Language {
  const languages = offered(otherwise);
  const headers = { 'accept-language': acceptLanguage };
  const wanted = new Negotiator({ headers }).language([...languages.keys()]);
  return languages.get(wanted ?? otherwise) ?? otherwise;
}
