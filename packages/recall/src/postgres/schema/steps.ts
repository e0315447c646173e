import { tablesIn, type Tables } from '../connection/tables.ts';

/**
 * `recalls` and `standings` have a row for each recall: what is fixed apart from what changes with every step, so
 * that a step makes a new version of one small row, in the room that is left for it beside the old one. Whatever is
 * asked of the owner stands there too, since a statement that waits for a row looks only at that row anew. Counts and
 * names of columns are those of the SQLite ledger. A step for a newer version goes to the end; none is ever edited.
 */
const STEPS: readonly ((tables: Tables) => string)[] = [
  (tables) => `
CREATE TABLE ${tables.recalls} (
  id text PRIMARY KEY,
  made bigint GENERATED ALWAYS AS IDENTITY,
  created_at bigint NOT NULL,
  notification text NOT NULL,
  claim text UNIQUE,
  facts json NOT NULL,
  settings json NOT NULL,
  evidence_key bytea NOT NULL,
  wanted text NOT NULL,
  pages json
);
CREATE INDEX recalls_newest ON ${tables.recalls} (created_at DESC, made DESC);
CREATE INDEX recalls_notification ON ${tables.recalls} (notification);
CREATE TABLE ${tables.standings} (
  recall text PRIMARY KEY REFERENCES ${tables.recalls},
  owner text,
  owner_until timestamptz,
  step bigint NOT NULL DEFAULT 0,
  forgotten boolean NOT NULL DEFAULT false,
  next_batch bigint NOT NULL,
  accepted bigint NOT NULL,
  rejected bigint NOT NULL,
  unknown bigint NOT NULL,
  sent bigint NOT NULL,
  retried bigint NOT NULL,
  throttled bigint NOT NULL,
  state text NOT NULL,
  started_at bigint,
  session_at bigint,
  active_at bigint,
  elapsed_ms double precision NOT NULL,
  finished_at bigint,
  stopped_by text,
  codes jsonb NOT NULL DEFAULT '{}',
  head_seq bigint,
  head_hash text
) WITH (fillfactor = 20);
CREATE TABLE ${tables.openBatches} (
  recall text NOT NULL REFERENCES ${tables.recalls},
  batch bigint NOT NULL,
  parent bigint,
  spans text NOT NULL,
  targets bigint NOT NULL,
  attempts bigint NOT NULL,
  may_have_been_received integer NOT NULL,
  repeats integer,
  last_code text,
  last_reason text,
  PRIMARY KEY (recall, batch)
);
CREATE TABLE ${tables.outcomes} (
  recall text NOT NULL REFERENCES ${tables.recalls},
  start bigint NOT NULL,
  past bigint NOT NULL,
  outcome text NOT NULL,
  batch bigint NOT NULL,
  code text,
  reason text,
  request_id text,
  PRIMARY KEY (recall, start)
);
CREATE TABLE ${tables.evidence} (
  recall text NOT NULL REFERENCES ${tables.recalls},
  seq bigint NOT NULL,
  line text NOT NULL,
  PRIMARY KEY (recall, seq)
);
CREATE TABLE ${tables.admissions} (id text PRIMARY KEY, until timestamptz NOT NULL);
CREATE TABLE ${tables.pages} (
  recall text NOT NULL,
  first bigint NOT NULL,
  number bigint NOT NULL,
  targets integer NOT NULL,
  digest bytea NOT NULL,
  lines bytea,
  passed text,
  cursor text,
  read integer,
  dropped text,
  PRIMARY KEY (recall, first, number)
);
ALTER TABLE ${tables.pages} ALTER COLUMN lines SET STORAGE EXTERNAL;
CREATE TABLE ${tables.leases} (name text PRIMARY KEY, owner text NOT NULL, until timestamptz NOT NULL);
`,
];

/** `CREATE SCHEMA IF NOT EXISTS` wants the right to make one, also where an administrator has made it already. */
const schemaIfMissing = ({ name, schema }: Tables): string =>
  `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = '${name}') THEN CREATE SCHEMA ${schema}; END IF;
END $$;`;

/** The version that this code reads and writes. */
export const VERSION = STEPS.length;

/**
 * The steps from nothing to the newest schema, as SQL, for teams that make their own migrations: each brings a
 * database from the version of its index to the next one, in one transaction. Steps are added at the end, and none is
 * ever edited.
 *
 * @param schema - the same as the store's; `unpush` unless said otherwise.
 * @throws InvalidRequestError for a name that no schema should have.
 *
 * @example
 * ```ts
 * const [first] = postgresSchema();
 * ```
 */
export function postgresSchema(schema = 'unpush'): readonly string[] {
  const tables = tablesIn(schema);
  return STEPS.map((step, index) =>
    index === 0
      ? `${schemaIfMissing(tables)}
CREATE TABLE ${tables.version} (id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1), version integer NOT NULL);
INSERT INTO ${tables.version} (version) VALUES (1);${step(tables)}`
      : `${step(tables)}UPDATE ${tables.version} SET version = ${index + 1};\n`,
  );
}
