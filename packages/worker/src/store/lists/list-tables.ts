/**
 * The tables of the lists. The lines lie apart from what is known of them, so that noting a duplicate does not write
 * a megabyte anew.
 */
export const LIST_TABLES: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recall TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    field TEXT,
    dedupe INTEGER NOT NULL,
    -- In bytes, where it was said before
    length INTEGER,
    -- Whether it was filled with targets one by one: they stand on no line of anything
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
  )`,
  `CREATE TABLE IF NOT EXISTS list_pages (
    list INTEGER NOT NULL,
    number INTEGER NOT NULL,
    first INTEGER NOT NULL,
    targets INTEGER NOT NULL,
    first_line INTEGER NOT NULL,
    start INTEGER NOT NULL,
    digest BLOB NOT NULL,
    -- Of a list that was filled: what was passed over
    passed TEXT,
    -- A bit a target: whether it is a duplicate
    dropped BLOB,
    duplicate INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (list, number)
  ) WITHOUT ROWID`,
  // The id is of list and page: see lines-id.ts
  `CREATE TABLE IF NOT EXISTS list_lines (id INTEGER PRIMARY KEY, lines BLOB NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS list_hashes (
    list INTEGER NOT NULL,
    part INTEGER NOT NULL,
    round INTEGER NOT NULL,
    entries BLOB NOT NULL,
    PRIMARY KEY (list, part, round)
  ) WITHOUT ROWID`,
];
