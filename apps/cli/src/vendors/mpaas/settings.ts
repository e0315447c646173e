import type { SettingWords } from '../../settings/setting-words.ts';

/** The settings that only mPaaS knows. */
export const MPAAS_SETTINGS = {
  appId: {
    flag: '--app-id',
    argument: 'ID',
    variable: 'UNPUSH_APP_ID',
    about: 'mPaaS: the AppId of the app, such as ONEX570DA89211721.',
    of: { vendor: 'mpaas', tells: 'app' },
  },
  workspaceId: {
    flag: '--workspace-id',
    argument: 'ID',
    variable: 'UNPUSH_WORKSPACE_ID',
    about: 'mPaaS: the WorkspaceId of the app, such as default.',
    of: { vendor: 'mpaas', tells: 'app' },
  },
  tenantId: {
    flag: '--tenant-id',
    argument: 'ID',
    variable: 'UNPUSH_TENANT_ID',
    about: 'mPaaS: the TenantId, where the console shows one.',
    of: { vendor: 'mpaas', tells: 'app' },
  },
  region: {
    flag: '--region',
    argument: 'NAME',
    variable: 'UNPUSH_REGION',
    about: 'mPaaS: the region of Alibaba Cloud whose endpoint is asked. Default: cn-hangzhou.',
    of: { vendor: 'mpaas', tells: 'app' },
  },
  accessKeyFile: {
    flag: '--access-key-file',
    argument: 'FILE',
    variable: 'UNPUSH_ACCESS_KEY_FILE',
    about:
      'mPaaS: path of a JSON file with accessKeyId, accessKeySecret and perhaps securityToken. Without it, ALIBABA_CLOUD_ACCESS_KEY_ID and its fellows.',
    holds: 'path',
    of: { vendor: 'mpaas', tells: 'credential' },
  },
} as const satisfies Readonly<Record<string, SettingWords>>;
