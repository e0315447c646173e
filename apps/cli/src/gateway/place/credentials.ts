import { readTextFile } from '../../errors/read-text-file.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import type { Settings } from '../../settings/resolve-settings.ts';
import { accessTokenIn, ACCESS_VARIABLES, type AccessToken } from './access-token.ts';
import { isWord } from './word.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a gateway lets somebody in by: at least one of the two. */
export interface GatewayCredentials {
  /** A bearer key of the gateway's own. Where both are there, the gateway goes by this one. */
  readonly key?: string;
  /** What lets a program through Cloudflare Access, where that stands before the gateway. */
  readonly accessToken?: AccessToken;
}

const VARIABLE = 'UNPUSH_GATEWAY_KEY';

/**
 * The key for the gateway: from the file that a flag names, else from the variable, else from the file that the
 * settings name. And the service token of Cloudflare Access, which comes from variables alone. Throws
 * {@link SettingsError} where there is neither, never with any of it.
 */
export async function readGatewayCredentials(
  settings: Pick<Settings, 'gatewayKeyFile'>,
  env: Environment,
): Promise<GatewayCredentials> {
  const accessToken = accessTokenIn(env);
  const key = await readKey(settings, env);
  if (key !== undefined || accessToken !== undefined) {
    return { ...(key !== undefined && { key }), ...(accessToken !== undefined && { accessToken }) };
  }
  throw new SettingsError(
    `the key for the gateway is missing: put it in the variable ${VARIABLE}, or in a file and give --gateway-key-file FILE; for a service token of Cloudflare Access set ${ACCESS_VARIABLES.join(' and ')}`,
  );
}

async function readKey(
  { gatewayKeyFile: file }: Pick<Settings, 'gatewayKeyFile'>,
  env: Environment,
): Promise<string | undefined> {
  const given = env[VARIABLE];
  if (given !== undefined && given !== '' && file?.from !== 'flag') return check(given, VARIABLE);
  if (file === undefined) return undefined;
  const { place, value: path } = file;
  const remedy = 'give a file that holds the key and nothing else';
  return check(await readTextFile({ place, path, remedy }), path);
}

function check(text: string, place: string): string {
  const key = text.trim();
  if (isWord(key)) return key;
  throw new SettingsError(
    `${place} does not hold a key: it must be one word of printable ASCII characters, and nothing else; copy it anew`,
  );
}

/** The headers by which a gateway, and what stands before it, know who calls. */
export const credentialHeaders = ({
  key,
  accessToken,
}: GatewayCredentials): Readonly<Record<string, string>> => ({
  ...(key !== undefined && { Authorization: `Bearer ${key}` }),
  ...(accessToken !== undefined && {
    'CF-Access-Client-Id': accessToken.clientId,
    'CF-Access-Client-Secret': accessToken.clientSecret,
  }),
});
