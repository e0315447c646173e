import { startPostgresServer, type PostgresServer } from './postgres.ts';
import { startRedisServer, type RedisServer } from './redis-server.ts';

/** Which servers a test can have, by the program that `npm test` looks for. */
export interface Servers {
  readonly 'redis-server': RedisServer;
  readonly postgres: PostgresServer;
}

const START: { readonly [K in keyof Servers]: () => Promise<Servers[K]> } = {
  'redis-server': startRedisServer,
  postgres: startPostgresServer,
};

/**
 * Starts a real server for a test, by the name of its program. Written out in the test itself, the name tells
 * `npm test` which suites need the program.
 */
export function startServer<K extends keyof Servers>(program: K): Promise<Servers[K]> {
  return START[program]();
}
