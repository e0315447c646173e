import type { ModuleMetadata } from '@nestjs/common';
import { postgresStore } from '@unpush/recall/postgres';
import { startServer, type PostgresServer, type RedisServer } from '@unpush/testing/servers';
import pg from 'pg';
import { UnpushBullModule, type UnpushBullOptions } from '../../src/bullmq/index.ts';
import { UnpushModule } from '../../src/index.ts';
import { openApplication, type OpenedModule } from './open-module.ts';
import type { Stage } from './stage.ts';

/** What several machines share: a Redis and a PostgreSQL. */
export interface Servers extends AsyncDisposable {
  readonly redis: RedisServer;
  readonly postgres: PostgresServer;
}

export async function startServers(): Promise<Servers> {
  const [redis, postgres] = await Promise.all([startServer('redis-server'), startServer('postgres')]);
  return {
    redis,
    postgres,
    async [Symbol.asyncDispose]() {
      await Promise.all([redis.close(), postgres.close()]);
    },
  };
}

export interface MachineOptions {
  /** In PostgreSQL and Redis alike: each test has its own. */
  readonly name: string;
  readonly bull?: UnpushBullOptions;
  /** Whether the queue is the one of the team's own `BullModule`. */
  readonly isTeams?: boolean;
  readonly app?: Partial<Stage['huawei']>;
  /** Default `huawei`. */
  readonly vendor?: 'huawei' | 'mpaas';
  readonly metadata?: ModuleMetadata;
}

/** As the defaults, but soon. */
export const SOON = { lockMs: 1000, standByMs: 100, lookMs: 100, silenceMs: 500, graceMs: 1000 };

/** How long a process may be silent before another has its recalls. */
export const LEASE_MS = 1000;

/** An application on a machine of its own, as far as it and the servers can tell. */
export async function openMachine(
  { redis, postgres }: Servers,
  { huawei, mpaas, sender }: Stage,
  { name, bull = {}, isTeams = false, app = {}, vendor = 'huawei', metadata = {} }: MachineOptions,
): Promise<OpenedModule> {
  const pool = new pg.Pool({ connectionString: postgres.url });
  pool.on('error', () => undefined);
  const opened = await openApplication({
    ...metadata,
    imports: [
      UnpushBullModule.forRoot({
        ...(!isTeams && { connection: { host: redis.host, port: redis.port }, prefix: name }),
        timings: SOON,
        ...bull,
      }),
      UnpushModule.forRoot({
        app: vendor === 'mpaas' ? mpaas : { ...huawei, ...app },
        sender,
        ledger: ({ pages }) => postgresStore({ pool, schema: name, leaseMs: LEASE_MS, pages }),
      }),
      ...(metadata.imports ?? []),
    ],
  });
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await opened[Symbol.asyncDispose]();
    await pool.end();
  };
  return { ...opened, [Symbol.asyncDispose]: () => (closed ??= close()) };
}
