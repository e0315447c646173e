import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { takeLock } from '../../../src/node/ledger/sqlite/lock.ts';
import { openDatabase, openDatabaseToRead } from '../../../src/node/ledger/sqlite/open-database.ts';
import { migrate, versionOf } from '../../../src/node/ledger/sqlite/migrate.ts';
import { openOf } from '../../../src/ledger/rows/rows.ts';
import { MIGRATIONS } from '../../../src/node/ledger/sqlite/schema.ts';
import { recallFolder, type RecallFolder } from '../../../src/node/ledger/files/recall-folder.ts';
import { newRecall, someLedgers, temporaryDirectory } from './support/ledgers.ts';

const NEWER = [...MIGRATIONS, `ALTER TABLE about ADD COLUMN note TEXT NOT NULL DEFAULT 'none'`];

function place(): RecallFolder {
  const directory = temporaryDirectory();
  newRecall(someLedgers(directory)).close();
  return recallFolder(directory, 'r-0001');
}

function opened(database: DatabaseSync): DatabaseSync {
  onTestFinished(() => database.close());
  return database;
}

describe('a ledger that an older version made', () => {
  it('takes the steps that it has not taken, and keeps its rows', () => {
    const database = opened(openDatabase({ place: place(), migrations: NEWER }));
    expect(versionOf(database)).toBe(NEWER.length);
    expect(database.prepare(`SELECT note, json_extract(facts, '$.app') AS app FROM about`).get()).toEqual({
      note: 'none',
      app: '104856789',
    });
  });

  it('has open batches of which no last answer is known', () => {
    const database = opened(new DatabaseSync(':memory:'));
    migrate(database, MIGRATIONS.slice(0, 1));
    database.exec(`INSERT INTO open VALUES (1, NULL, '[[0,10]]', 10, 2, 1, NULL)`);
    migrate(database, MIGRATIONS);
    expect(openOf(database.prepare('SELECT * FROM open').get()!)).toEqual({
      batch: 1,
      spans: [[0, 10]],
      attempts: 2,
      mayHaveBeenReceived: true,
    });
  });

  it('takes them for a reader too', () => {
    expect(versionOf(opened(openDatabaseToRead({ place: place(), migrations: NEWER })))).toBe(NEWER.length);
  });

  it('is left as it is while its owner works on it', () => {
    const taken = place();
    const lock = takeLock(taken.lock, { patienceMs: 0 });
    expect(() => openDatabaseToRead({ place: taken, migrations: NEWER })).toThrow(
      'recall r-0001 is under way in another process, of an older version of unpush',
    );
    lock?.release();
  });

  it('stays at the last step that holds if one fails', () => {
    const taken = place();
    const broken = [...NEWER, 'CREATE TABLE more (id INTEGER); INSERT INTO nowhere VALUES (1)'];
    expect(() => openDatabase({ place: taken, migrations: broken })).toThrow('no such table: nowhere');
    const database = opened(openDatabase({ place: taken, migrations: NEWER }));
    expect(versionOf(database)).toBe(NEWER.length);
    expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name = 'more'`).get()).toBeUndefined();
  });
});

describe('a ledger that a newer version made', () => {
  it('is refused, and not touched', () => {
    const directory = temporaryDirectory();
    const ledgers = someLedgers(directory);
    newRecall(ledgers).close();
    const folder = join(directory, 'r-0001');
    const database = new DatabaseSync(join(folder, 'ledger.sqlite'));
    database.exec('PRAGMA user_version = 9');
    database.close();
    const message = `ledger ${folder}: a newer version of unpush made it (schema 9, this one knows up to ${MIGRATIONS.length}). Nothing was changed. Update unpush, and try again.`;
    expect(() => ledgers.open('r-0001')).toThrow(message);
    expect(() => ledgers.read('r-0001')).toThrow(message);
  });
});
