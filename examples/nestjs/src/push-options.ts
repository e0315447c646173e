import type { ConfigService } from '@nestjs/config';
import type { UnpushModuleOptions } from '@unpush/nestjs';
import { postgresStore } from '@unpush/recall/postgres';
import type { Database } from './database/database.ts';
import type { Settings } from './settings.ts';

/** The options of `UnpushModule`, out of the settings. */
export function pushOptions(config: ConfigService<Settings, true>, { pool }: Database): UnpushModuleOptions {
  const endpoint = config.get('HUAWEI_ENDPOINT', { infer: true });
  const quota = config.get('HUAWEI_QUOTA', { infer: true });
  return {
    app: {
      vendor: 'huawei',
      clientId: config.get('HUAWEI_CLIENT_ID', { infer: true }),
      serviceAccount: { file: config.get('HUAWEI_SERVICE_ACCOUNT', { infer: true }) },
      ...(endpoint !== undefined && { endpoint }),
      ...(quota !== undefined && { quota }),
    },
    ...ledgerOf(pool, config.get('RECALLS_DIRECTORY', { infer: true })),
  };
}

/** Where recalls are kept: in PostgreSQL, in the directory that was named, or where the module says. */
function ledgerOf(
  pool: Database['pool'],
  directory: string | undefined,
): Pick<UnpushModuleOptions, 'ledger'> {
  if (pool !== undefined) return { ledger: ({ pages }) => postgresStore({ pool, pages }) };
  return directory === undefined ? {} : { ledger: { directory } };
}
