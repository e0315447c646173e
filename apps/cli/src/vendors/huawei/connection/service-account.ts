import { ServiceAccount } from '@unpush/transport';
import { readServiceAccountFile } from '@unpush/transport/undici';
import { SettingsError } from '../../../errors/settings-error.ts';
import { required, type Setting, type Settings } from '../../../settings/resolve-settings.ts';

/** A service account and where it came from. */
export interface LoadedAccount {
  readonly account: ServiceAccount;
  /** The file's path, or the variable's name. */
  readonly from: string;
  /** The file can be read by others than its owner. */
  readonly looseMode: boolean;
}

/** Loads the service account that the settings name; the error where they name none ends with the hint. Throws `CredentialError` or {@link SettingsError}. */
export async function loadServiceAccount(
  settings: Settings,
  env: Readonly<Record<string, string | undefined>>,
  hint = '',
): Promise<LoadedAccount> {
  const { serviceAccount, serviceAccountVariable } = settings;
  if (serviceAccountVariable !== undefined && isStronger(serviceAccountVariable, serviceAccount)) {
    const name = serviceAccountVariable.value;
    const text = env[name];
    if (text === undefined || text === '') {
      const elsewhere = serviceAccountVariable.from === 'recall' ? ', or give --service-account FILE' : '';
      throw new SettingsError(
        `${serviceAccountVariable.place} names the variable ${name}, but that is not set: put the service-account JSON into it${elsewhere}`,
      );
    }
    return { account: new ServiceAccount(text), from: `variable ${name}`, looseMode: false };
  }
  const path = required(serviceAccount, 'serviceAccount', hint);
  const { account, looseMode } = await readServiceAccountFile(path);
  return { account, from: path, looseMode };
}

/** The nearer to the person, the stronger: as between any two values of one setting. */
const STRENGTH: Readonly<Record<Setting<unknown>['from'], number>> = {
  flag: 2,
  variable: 1,
  profile: 0,
  recall: 0,
};

/** Whether the one was said where it counts for more than the other. Of equals, the file is taken. */
const isStronger = (one: Setting<string>, other: Setting<string> | undefined): boolean =>
  other === undefined || STRENGTH[one.from] > STRENGTH[other.from];
