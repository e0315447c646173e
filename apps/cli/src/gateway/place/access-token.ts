import { SettingsError } from '../../errors/settings-error.ts';
import { isWord } from './word.ts';

/** A service token of Cloudflare Access: it stands for a program, as a login does for a person. */
export interface AccessToken {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Cloudflare's own names of them, which wrangler reads too. */
export const ACCESS_VARIABLES = ['CLOUDFLARE_ACCESS_CLIENT_ID', 'CLOUDFLARE_ACCESS_CLIENT_SECRET'] as const;

/** The service token of the environment, where there is one. Throws {@link SettingsError} for half of it. */
export function accessTokenIn(env: Readonly<Record<string, string | undefined>>): AccessToken | undefined {
  const [clientId = '', clientSecret = ''] = ACCESS_VARIABLES.map((name) => (env[name] ?? '').trim());
  if (clientId === '' && clientSecret === '') return undefined;
  const [idName, secretName] = ACCESS_VARIABLES;
  if (clientId === '') throw half(secretName, idName);
  if (clientSecret === '') throw half(idName, secretName);
  for (const [name, value] of [
    [idName, clientId],
    [secretName, clientSecret],
  ] as const) {
    if (isWord(value)) continue;
    throw new SettingsError(
      `${name} is not of a service token: it must be one word of printable ASCII characters, and nothing else; copy it anew`,
    );
  }
  return { clientId, clientSecret };
}

const half = (there: string, missing: string): SettingsError =>
  new SettingsError(
    `${there} is set, but ${missing} is not, and a service token of Cloudflare Access is both: set ${missing} as well, or take ${there} away`,
  );
