import { InvalidRequestError, show } from '@unpush/core';
import type { PagedTargets } from '../store/paged-targets.ts';
import type { PostgresPool } from './connection/pool.ts';

/** What a store in PostgreSQL is made with. */
export interface PostgresStoreOptions {
  /** The team's own pool, as `pg` makes it. It is never ended here. */
  readonly pool: PostgresPool;
  /** Where the tables lie: letters, digits and underscores. Default `unpush`. */
  readonly schema?: string;
  /** Whether the tables are made, or brought up to date, at first use. Default true. */
  readonly migrate?: boolean;
  /** How long the owner of a recall may be silent before another process may take it. Default 10,000. */
  readonly leaseMs?: number;
  /** How long PostgreSQL may be away before that is an error. Default 30,000. */
  readonly patienceMs?: number;
  /** Who keeps pages of that name, for recalls of which the targets lie elsewhere. */
  readonly pages?: (name: string) => PagedTargets | undefined;
  /** How many bytes of targets are kept in memory for `targetsAt`. Default 16 MB. */
  readonly cacheBytes?: number;
}

/** All of them. */
export type CheckedOptions = Required<PostgresStoreOptions>;

const SHORTEST_LEASE_MS = 300;
const LONGEST_MS = 3_600_000;

/** @throws InvalidRequestError for numbers that make no sense. */
export function checkOptions(options: PostgresStoreOptions): CheckedOptions {
  const {
    pool,
    schema = 'unpush',
    migrate = true,
    leaseMs = 10_000,
    patienceMs = 30_000,
    pages = () => undefined,
    cacheBytes = 16_000_000,
  } = options;
  const within = (field: string, value: number, [least, most]: readonly [number, number]) =>
    Number.isFinite(value) && value >= least && value <= most
      ? []
      : [{ field, problem: `must be a number from ${least} to ${most}, but is ${show(value)}` }];
  const problems = [
    ...within('leaseMs', leaseMs, [SHORTEST_LEASE_MS, LONGEST_MS]),
    ...within('patienceMs', patienceMs, [0, LONGEST_MS]),
    ...within('cacheBytes', cacheBytes, [0, Number.MAX_SAFE_INTEGER]),
  ];
  if (problems.length > 0) throw new InvalidRequestError(problems);
  return { pool, schema, migrate, leaseMs, patienceMs, pages, cacheBytes };
}
