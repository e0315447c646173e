/**
 * `recalls` and `standings` have a row for each recall: what is fixed apart from what changes with every step, so that
 * a step rewrites one small row. Its codes and the end of its evidence stand in that row as well, for each row that is
 * written is paid for; so is each entry of an index, wherefore tables of many rows are their own index.
 *
 * The lines of a list (`list_lines`, by an id of list and page: see lines-id.ts) lie apart from what is known of them, so
 * that noting a duplicate does not write a megabyte anew. Of `lists`, `length` is in bytes, where it was said before;
 * `filled` says whether the targets came one by one, so that they stand on no line of anything; `hash_parts`, into how
 * many parts its hashes are put by, once they are. Of `list_pages`, `passed` is what was passed over of a list that was
 * filled, and `dropped` has a bit a target: whether it is a duplicate.
 *
 * An outcome carries the number of the line of evidence that it was written with (`since`), and one that was opened
 * again that of the line that says so (`gone`): what held at a moment can be read while others are written. Counts and
 * names of columns are those of the SQLite ledger. A step for a newer version goes to the end; none is ever edited.
 * What is in the texts is in the bundle, so their comments stand here.
 */
export const STEPS: readonly string[] = [
  `
CREATE TABLE recalls (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  notification TEXT NOT NULL,
  facts TEXT NOT NULL,
  settings TEXT NOT NULL,
  evidence_key BLOB NOT NULL,
  wanted TEXT NOT NULL,
  forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX recalls_newest ON recalls (created_at DESC, number DESC);
CREATE INDEX recalls_notification ON recalls (notification);
CREATE TABLE standings (
  recall INTEGER PRIMARY KEY REFERENCES recalls,
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
  stopped_by TEXT,
  codes TEXT NOT NULL DEFAULT '{}',
  head_seq INTEGER NOT NULL DEFAULT 0,
  head_hash TEXT
) STRICT;
CREATE TABLE open_batches (
  recall INTEGER NOT NULL REFERENCES recalls,
  batch INTEGER NOT NULL,
  parent INTEGER,
  spans TEXT NOT NULL,
  targets INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  may_have_been_received INTEGER NOT NULL,
  repeats INTEGER,
  last_code TEXT,
  last_reason TEXT,
  PRIMARY KEY (recall, batch)
) STRICT, WITHOUT ROWID;
CREATE TABLE outcomes (
  recall INTEGER NOT NULL REFERENCES recalls,
  start INTEGER NOT NULL,
  past INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  batch INTEGER NOT NULL,
  code TEXT,
  reason TEXT,
  request_id TEXT,
  since INTEGER NOT NULL,
  gone INTEGER,
  PRIMARY KEY (recall, start, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX outcomes_unknown ON outcomes (recall, start) WHERE outcome = 'unknown' AND gone IS NULL;
CREATE TABLE evidence (
  recall INTEGER NOT NULL REFERENCES recalls,
  seq INTEGER NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (recall, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE admissions (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE drafts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  selector TEXT NOT NULL,
  choices TEXT NOT NULL,
  reading TEXT NOT NULL,
  error TEXT
) STRICT;
CREATE TABLE requests (
  key TEXT PRIMARY KEY,
  recall_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_recall ON requests (recall_id);
CREATE TABLE audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  recall_id TEXT NOT NULL,
  entry TEXT NOT NULL
) STRICT;
CREATE INDEX audit_recall ON audit (recall_id, number);
`,
  // An earlier version made these tables at each opening
  `
CREATE TABLE IF NOT EXISTS lists (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  recall TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  field TEXT,
  dedupe INTEGER NOT NULL,
  length INTEGER,
  filled INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  lines INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0,
  read INTEGER NOT NULL DEFAULT 0,
  malformed INTEGER NOT NULL DEFAULT 0,
  met TEXT NOT NULL DEFAULT '{"found":false}',
  first_malformed TEXT NOT NULL DEFAULT '[]',
  complete INTEGER NOT NULL DEFAULT 0,
  hash_key BLOB NOT NULL,
  hashed_pages INTEGER NOT NULL DEFAULT 0,
  settled TEXT
);
CREATE TABLE IF NOT EXISTS list_pages (
  list INTEGER NOT NULL,
  number INTEGER NOT NULL,
  first INTEGER NOT NULL,
  targets INTEGER NOT NULL,
  first_line INTEGER NOT NULL,
  start INTEGER NOT NULL,
  digest BLOB NOT NULL,
  passed TEXT,
  dropped BLOB,
  duplicate INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (list, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS list_lines (id INTEGER PRIMARY KEY, lines BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS list_hashes (
  list INTEGER NOT NULL,
  part INTEGER NOT NULL,
  round INTEGER NOT NULL,
  entries BLOB NOT NULL,
  PRIMARY KEY (list, part, round)
) WITHOUT ROWID;
ALTER TABLE lists ADD COLUMN hash_parts INTEGER;
`,
];
