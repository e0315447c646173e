import type { Migrations } from './migrate.ts';

/**
 * `about` and `standing` have one row each: what is fixed apart from what changes with every step, so that a step
 * rewrites one small page of it. Positions are the key of `outcomes`, so it is read in their order, and no two
 * rows can begin at the same target. A step for a newer version goes to the end; none is ever edited.
 */
export const MIGRATIONS: Migrations = [
  `
  CREATE TABLE about (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    facts TEXT NOT NULL,
    settings TEXT NOT NULL,
    evidence_key BLOB NOT NULL,
    forgotten INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE standing (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    next_batch INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    retried INTEGER NOT NULL,
    throttled INTEGER NOT NULL,
    state TEXT NOT NULL,
    started_at INTEGER,
    session_at INTEGER,
    active_at INTEGER,
    elapsed_ms REAL NOT NULL,
    finished_at INTEGER,
    stopped_by TEXT
  ) STRICT;
  CREATE TABLE open (
    batch INTEGER PRIMARY KEY,
    parent INTEGER,
    spans TEXT NOT NULL,
    targets INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    may_have_been_received INTEGER NOT NULL,
    repeats INTEGER
  ) STRICT;
  CREATE TABLE outcomes (
    start INTEGER PRIMARY KEY,
    past INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    batch INTEGER NOT NULL,
    code TEXT,
    reason TEXT,
    request_id TEXT
  ) STRICT;
  CREATE TABLE codes (code TEXT PRIMARY KEY, targets INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE evidence (seq INTEGER PRIMARY KEY, line TEXT NOT NULL) STRICT;
  `,
  `
  ALTER TABLE open ADD COLUMN last_code TEXT;
  ALTER TABLE open ADD COLUMN last_reason TEXT;
  `,
];
