import { readFile } from 'node:fs/promises';
import { SettingsError } from '../../errors/settings-error.ts';
import type { Settings } from '../../settings/resolve-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLE = 'UNPUSH_GATEWAY_KEY';
/** A key, or the JWT of an identity provider, is a few KB at most. */
const MOST_CHARACTERS = 16_384;

/**
 * The key for the gateway: from the file that a flag names, else from the variable, else from the file that the
 * settings name. Throws {@link SettingsError}, never with any of it.
 */
export async function readGatewayKey(
  { gatewayKeyFile: file }: Pick<Settings, 'gatewayKeyFile'>,
  env: Environment,
): Promise<string> {
  const given = env[VARIABLE];
  if (given !== undefined && given !== '' && file?.from !== 'flag') return check(given, VARIABLE);
  if (file !== undefined) return check(await readText(file.value), file.value);
  throw new SettingsError(
    `the key for the gateway is missing: put it in the variable ${VARIABLE}, or in a file and give --gateway-key-file FILE`,
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new SettingsError(
      `--gateway-key-file ${path} cannot be read: ${String(cause)}; give a file that holds the key and nothing else`,
      { cause },
    );
  }
}

function check(text: string, place: string): string {
  const key = text.trim();
  if (/^[\x21-\x7e]+$/.test(key) && key.length <= MOST_CHARACTERS) return key;
  throw new SettingsError(
    `${place} does not hold a key: it must be one word of printable ASCII characters, and nothing else; copy it anew`,
  );
}
