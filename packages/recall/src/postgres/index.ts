export { type PostgresConnection, type PostgresPool, type PostgresQueries } from './connection/pool.ts';
export { type PostgresStoreOptions } from './options.ts';
export { postgresStore } from './postgres-store.ts';
export { migratePostgres, type MigrateOptions } from './schema/migrate.ts';
export { postgresSchema } from './schema/steps.ts';
