import type { ConfigService } from '@nestjs/config';
import type { UnpushModuleOptions } from '@unpush/nestjs';
import type { Settings } from './settings.ts';

/** The options of `UnpushModule`, out of the settings. */
export function pushOptions(config: ConfigService<Settings, true>): UnpushModuleOptions {
  const endpoint = config.get('HUAWEI_ENDPOINT', { infer: true });
  const quota = config.get('HUAWEI_QUOTA', { infer: true });
  const directory = config.get('RECALLS_DIRECTORY', { infer: true });
  return {
    app: {
      vendor: 'huawei',
      clientId: config.get('HUAWEI_CLIENT_ID', { infer: true }),
      serviceAccount: { file: config.get('HUAWEI_SERVICE_ACCOUNT', { infer: true }) },
      ...(endpoint !== undefined && { endpoint }),
      ...(quota !== undefined && { quota }),
    },
    ...(directory !== undefined && { ledger: { directory } }),
  };
}
