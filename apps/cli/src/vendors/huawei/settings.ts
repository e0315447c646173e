import type { SettingWords } from '../../settings/setting-words.ts';

/** The settings that only Huawei knows. */
export const HUAWEI_SETTINGS = {
  clientId: {
    flag: '--client-id',
    argument: 'ID',
    variable: 'UNPUSH_CLIENT_ID',
    about: "Huawei: the app's own client id (not the project's).",
    of: { vendor: 'huawei', tells: 'app' },
  },
  serviceAccount: {
    flag: '--service-account',
    argument: 'FILE',
    variable: 'UNPUSH_SERVICE_ACCOUNT',
    about: 'Huawei: path of the service-account JSON file; in a configuration file relative to that file.',
    holds: 'path',
    of: { vendor: 'huawei', tells: 'credential' },
  },
  serviceAccountVariable: {
    flag: '--service-account-variable',
    argument: 'NAME',
    variable: 'UNPUSH_SERVICE_ACCOUNT_VARIABLE',
    about: 'Huawei: name of the environment variable that holds the service-account JSON itself.',
    of: { vendor: 'huawei', tells: 'credential' },
  },
} as const satisfies Readonly<Record<string, SettingWords>>;
