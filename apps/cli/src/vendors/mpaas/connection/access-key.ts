import { CredentialError } from '@unpush/core';
import { AccessKey } from '@unpush/transport';
import { readAccessKeyFile } from '@unpush/transport/undici';
import { SettingsError } from '../../../errors/settings-error.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import { SETTINGS } from '../../../settings/words.ts';
import type { Environment } from '../../rooms/connection-room.ts';

/** An access key and where it came from. */
export interface LoadedAccessKey {
  readonly accessKey: AccessKey;
  /** The file's path, or the variables' names. */
  readonly from: string;
  /** The file can be read by others than its owner. */
  readonly looseMode: boolean;
}

/** The variables that Alibaba Cloud's own tools read. */
export const VARIABLES = {
  accessKeyId: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
  accessKeySecret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  securityToken: 'ALIBABA_CLOUD_SECURITY_TOKEN',
} as const;

/** Loads the access key that the settings or the usual variables name. Throws `CredentialError` or {@link SettingsError}. */
export async function loadAccessKey(
  { accessKeyFile, appId }: Settings,
  env: Environment,
): Promise<LoadedAccessKey> {
  // A recall that goes on reads neither the other variables nor a profile
  if (accessKeyFile === undefined) return fromVariables(env, appId?.from === 'recall' ? LEFT_OUT : NOTHING);
  const path = accessKeyFile.value;
  const { accessKey, looseMode } = await readAccessKeyFile(path);
  return { accessKey, from: path, looseMode };
}

function fromVariables(env: Environment, nothing: string): LoadedAccessKey {
  const given = Object.entries(VARIABLES).flatMap(([field, name]) => {
    const value = env[name] ?? '';
    return value === '' ? [] : [{ field, name, value }];
  });
  const isSet = (name: string): boolean => given.some((one) => one.name === name);
  const missing = [VARIABLES.accessKeyId, VARIABLES.accessKeySecret].filter((name) => !isSet(name));
  const names = given.map(({ name }) => name).join(', ');
  if (given.length === 0) throw new SettingsError(nothing);
  if (missing.length > 0) {
    throw new SettingsError(
      `the access key is only set in part: ${names} without ${missing.join(' and ')}; set all of them, or give ${SETTINGS.accessKeyFile.flag} FILE`,
    );
  }
  try {
    const fields = Object.fromEntries(given.map(({ field, value }) => [field, value]));
    return { accessKey: new AccessKey(fields), from: `variables ${names}`, looseMode: false };
  } catch (error) {
    if (!CredentialError.isInstance(error)) throw error;
    throw new CredentialError(`variables ${names}: ${error.message}`);
  }
}

const { flag, variable } = SETTINGS.accessKeyFile;

const BY_VARIABLES = `${VARIABLES.accessKeyId} and ${VARIABLES.accessKeySecret} (and ${VARIABLES.securityToken} for temporary ones)`;

const LEFT_OUT = `the access key of the recall is not here: it was begun with one in variables of another shell, and no secret is kept; set ${BY_VARIABLES}, or give ${flag} FILE`;

const NOTHING = `${flag} is missing: give the path of a JSON file with accessKeyId and accessKeySecret as a flag, as the variable ${variable}, or as "accessKeyFile" in a profile of unpush.config.json; or set ${BY_VARIABLES}`;
