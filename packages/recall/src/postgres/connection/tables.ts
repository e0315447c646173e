import { InvalidRequestError, show } from '@unpush/core';

/** The tables by their names in SQL, schema and all. */
export interface Tables {
  /** The schema, as it is called. */
  readonly name: string;
  /** The same, quoted. */
  readonly schema: string;
  readonly version: string;
  readonly recalls: string;
  readonly standings: string;
  readonly openBatches: string;
  readonly outcomes: string;
  readonly evidence: string;
  readonly pages: string;
  readonly admissions: string;
  readonly leases: string;
}

/** What passes needs no escape between quotation marks, and fits into PostgreSQL's 63 bytes. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** @throws InvalidRequestError for a name that no schema should have. */
export function tablesIn(name: string): Tables {
  if (!NAME.test(name) || name.startsWith('pg_')) {
    throw new InvalidRequestError([
      {
        field: 'schema',
        problem: `must be the name of a schema, of 1 to 63 letters, digits and underscores, but is ${show(name)}`,
      },
    ]);
  }
  const schema = `"${name}"`;
  return {
    name,
    schema,
    version: `${schema}.version`,
    recalls: `${schema}.recalls`,
    standings: `${schema}.standings`,
    openBatches: `${schema}.open_batches`,
    outcomes: `${schema}.outcomes`,
    evidence: `${schema}.evidence`,
    pages: `${schema}.pages`,
    admissions: `${schema}.admissions`,
    leases: `${schema}.leases`,
  };
}
