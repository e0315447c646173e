import { LedgerError } from '../../ledger/ledger-error.ts';
import { integer, type Row } from '../../ledger/rows/columns.ts';
import { databaseOf, type Database } from '../connection/database.ts';
import { stateOf } from '../connection/fault.ts';
import type { PostgresPool } from '../connection/pool.ts';
import { postgresSchema, VERSION } from './steps.ts';
import { tablesIn, type Tables } from '../connection/tables.ts';

/** Where the tables are to be. */
export interface MigrateOptions {
  readonly pool: PostgresPool;
  /** Default `unpush`. */
  readonly schema?: string;
}

/** Whoever makes or changes tables holds it: any number would do, as long as it is always the same. */
const LOCK = 8_067_835_161_274_411n;

/**
 * Makes the tables, or brings them up to date. Several processes may do so at once.
 *
 * @throws InvalidRequestError for a name that no schema should have; LedgerError `too-new` where a newer version of
 * unpush made them, `read-only` without the permission, and others where PostgreSQL cannot be reached.
 *
 * @example
 * ```ts
 * await migratePostgres({ pool: new Pool({ connectionString: process.env.DATABASE_URL }) });
 * ```
 */
export async function migratePostgres({ pool, schema = 'unpush' }: MigrateOptions): Promise<void> {
  await migrate(databaseOf({ pool, tables: tablesIn(schema), patienceMs: 0 }));
}

/** Asks first, so that nothing but reading is done, or must be permitted, where all is up to date. */
export async function migrate(database: Database): Promise<void> {
  const { tables, ask, together } = database;
  if ((await versionOf(tables, (text) => ask({ text }))) === VERSION) return;
  await together(async (say) => {
    await say('BEGIN');
    await say(`SELECT pg_advisory_xact_lock(${LOCK})`);
    // Taking a lock on a table is what makes this session look again: it still believes that there is nothing
    await say('SELECT FROM pg_catalog.pg_class WHERE false');
    // Asked again: another process may have taken the same steps meanwhile
    const version = await versionOf(tables, say);
    for (const step of postgresSchema(tables.name).slice(version)) await say(step);
    await say('COMMIT');
  }).catch((error: unknown) => {
    throw isForbidden(error) ? mayNotMake(tables, error) : error;
  });
}

const isForbidden = (error: unknown): error is LedgerError =>
  LedgerError.isInstance(error) && stateOf(error.cause) === '42501';

const mayNotMake = ({ schema }: Tables, { cause }: LedgerError): LedgerError =>
  new LedgerError(
    `PostgreSQL, schema ${schema}: its tables are not up to date, and this user may not make them (SQLSTATE 42501). Let an administrator run CREATE SCHEMA ${schema} AUTHORIZATION this user, or grant it CREATE on the schema or, where there is none, on the database; or let another user run migratePostgres, and set migrate: false.`,
    { problem: 'read-only', cause },
  );

/** Throws unless the tables are those of this version. */
export async function checkVersion({ tables, ask }: Database): Promise<void> {
  const version = await versionOf(tables, (text) => ask({ text }));
  if (version === VERSION) return;
  throw new LedgerError(
    `PostgreSQL, schema ${tables.schema}: its tables are ${version === 0 ? 'not there' : `of version ${version}, and ${VERSION} is needed`}. Run migratePostgres, or leave out migrate: false.`,
    { problem: 'unreachable' },
  );
}

/** The first with multiranges, which join the positions of millions of rows where they lie. */
const OLDEST_SERVER = 140_000;

const tooOld = (schema: string): LedgerError =>
  new LedgerError(`PostgreSQL, schema ${schema}: the server is older than 14. Use a newer one.`, {
    problem: 'unreachable',
  });

const ofSomebodyElse = (schema: string): LedgerError =>
  new LedgerError(
    `PostgreSQL, schema ${schema}: it has a table "version" that is none of unpush. Nothing was changed. Give the store a schema of its own, by the option schema.`,
    { problem: 'damaged' },
  );

/** 0 where there is nothing yet. */
async function versionOf(
  { name, schema, version: table }: Tables,
  say: (text: string) => Promise<readonly Row[]>,
): Promise<number> {
  // Asked of the catalog itself: what the server has cached of names may not know yet what another has just made
  const [found] = await say(
    `WITH made AS (SELECT c.oid FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relname = 'version' AND n.nspname = '${name}')
      SELECT current_setting('server_version_num')::int AS server, (SELECT count(*)::int FROM made) AS made,
        (SELECT count(*)::int FROM made JOIN pg_catalog.pg_attribute AS a ON a.attrelid = made.oid
          WHERE a.attname IN ('id', 'version') AND a.atttypid = 'integer'::regtype) / 2 AS ours`,
  );
  if (integer(found, 'server') < OLDEST_SERVER) throw tooOld(schema);
  if (integer(found, 'made') === 0) return 0;
  if (integer(found, 'ours') === 0) throw ofSomebodyElse(schema);
  const version = integer((await say(`SELECT version FROM ${table}`))[0], 'version');
  if (version <= VERSION) return version;
  throw new LedgerError(
    `PostgreSQL, schema ${schema}: a newer version of unpush made its tables (schema ${version}, this one knows up to ${VERSION}). Nothing was changed. Update unpush, and try again.`,
    { problem: 'too-new' },
  );
}
