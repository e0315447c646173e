import { startServer, type PostgresServer } from '@unpush/testing/servers';
import pg from 'pg';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { postgresStore, type PostgresStoreOptions } from '../../../src/postgres/index.ts';
import type { SharedRecallStore } from '../../../src/store/recall-store.ts';

/** A PostgreSQL of a test file, and pools and stores of it that go away with the test. */
export interface Postgres {
  readonly server: () => PostgresServer;
  readonly pool: (config?: pg.PoolConfig) => pg.Pool;
  /** In the same schema each time, unless said otherwise: as another process of the same program. */
  readonly store: (options?: Partial<PostgresStoreOptions>) => SharedRecallStore;
  /** A schema that no other test has. */
  readonly newSchema: () => string;
}

export function postgres(): Postgres {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    server = await startServer('postgres');
  });
  afterAll(() => server?.close());
  let schemas = 0;
  const running = (): PostgresServer => server!;
  const pool = (config: pg.PoolConfig = {}): pg.Pool => {
    const made = new pg.Pool({ connectionString: running().url, ...config });
    made.on('error', () => undefined);
    onTestFinished(() => made.end());
    return made;
  };
  return {
    server: running,
    pool,
    store(options = {}) {
      const store = postgresStore({ pool: options.pool ?? pool(), ...options });
      onTestFinished(() => store.close());
      return store;
    },
    newSchema: () => `test_${(schemas += 1)}`,
  };
}
