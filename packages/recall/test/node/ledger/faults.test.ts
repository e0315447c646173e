import { closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accepted, AT, request, verdict } from '../../../src/contract/ledger/steps.ts';
import { keepLedger } from '../../../src/ledger/keep-ledger.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { openLedgers } from '../../../src/node/index.ts';
import { recallFolder } from '../../../src/node/ledger/files/recall-folder.ts';
import { connect } from '../../../src/node/ledger/sqlite/connect.ts';
import { sqliteStorage } from '../../../src/node/ledger/sqlite/sqlite-storage.ts';
import { withNamedFaults } from '../../../src/node/ledger/store/own-ledger.ts';
import { newRecall, someLedgers, temporaryDirectory } from './support/ledgers.ts';

/** A ledger whose connection the test can make ill. */
function illLedger(): { ledger: Ledger; database: DatabaseSync; folder: string } {
  const directory = temporaryDirectory();
  newRecall(someLedgers(directory)).close();
  const place = recallFolder(directory, 'r-0001');
  const database = connect(place.database);
  onTestFinished(() => database.close());
  const ledger = keepLedger(withNamedFaults(sqliteStorage(database), place));
  return { ledger, database, folder: place.folder };
}

const longReason = { outcome: 'rejected', spans: [[0, 10]], reason: 'x'.repeat(100_000) } as const;

describe('a ledger on a full disk', () => {
  it('says so, keeps what is written, and goes on when there is room', async () => {
    const { ledger, database, folder } = illLedger();
    await ledger.begin({ at: AT, retryUnknown: false });
    await ledger.sending(request(1, [[0, 10]]));
    database.exec('PRAGMA max_page_count = 12');
    await expect(ledger.verdict(verdict(1, [longReason]))).rejects.toMatchObject({
      code: 'LEDGER',
      problem: 'no-room',
      folder,
      message: `ledger ${folder}: the disk is full. What is written down already is safe; make room, then resume.`,
    });
    expect(database.prepare('SELECT count(*) AS rows FROM outcomes').get()).toEqual({ rows: 0 });
    database.exec('PRAGMA max_page_count = 10000');
    await ledger.verdict(verdict(1, [accepted([[0, 10]])]));
    const { settled, open } = await ledger.begin({ at: AT, retryUnknown: false });
    expect({ settled, open }).toEqual({ settled: { accepted: 10, rejected: 0, unknown: 0 }, open: [] });
  });
});

describe('a ledger that cannot be written to', () => {
  it('says so, and goes on when it can', async () => {
    const { ledger, database, folder } = illLedger();
    await ledger.begin({ at: AT, retryUnknown: false });
    database.exec('PRAGMA query_only = ON');
    await expect(ledger.sending(request(1, [[0, 10]]))).rejects.toThrow(
      `ledger ${folder}: it cannot be written to. What is written down already is safe; make it writable, then resume.`,
    );
    database.exec('PRAGMA query_only = OFF');
    await ledger.sending(request(1, [[0, 10]]));
  });

  it('says so where a file lies in the way of its directory', () => {
    const directory = join(temporaryDirectory(), 'file');
    writeFileSync(directory, '');
    expect(() => openLedgers({ directory }).list()).toThrow(
      `ledger ${directory}: its file cannot be opened. Check the path and its permissions.`,
    );
    expect(() => openLedgers({ directory: join(directory, 'ledgers') }).reserve()).toThrow(
      `ledger ${join(directory, 'ledgers')}: its file cannot be opened. Check the path and its permissions.`,
    );
  });
});

describe('a file that is no ledger', () => {
  it('is not touched', () => {
    const directory = temporaryDirectory();
    const ledgers = someLedgers(directory);
    newRecall(ledgers).close();
    const path = join(directory, 'r-0001', 'ledger.sqlite');
    writeFileSync(path, 'IQAAAACy01\n'.repeat(400));
    const message = 'its file is no ledger: something else was written over it';
    expect(() => ledgers.open('r-0001')).toThrow(message);
    expect(() => ledgers.read('r-0001')).toThrow(message);
    expect(() => ledgers.forget('r-0001')).toThrow(message);
    expect(statSync(path).size).toBe(4400);
    // And its lock is free again
    expect(() => ledgers.open('r-0001')).toThrow('is no ledger');
  });
});

describe('a damaged ledger', () => {
  it('does nothing by halves', async () => {
    const { ledger, database, folder } = illLedger();
    await ledger.begin({ at: AT, retryUnknown: false });
    await ledger.sending(request(1, [[0, 10]]));
    database.exec(`INSERT INTO outcomes VALUES (0, 10, 'rejected', 7, NULL, NULL, NULL)`);
    await expect(ledger.verdict(verdict(1, [accepted([[0, 10]])]))).rejects.toThrow(
      `ledger ${folder}: its rows contradict each other. Restore it from a copy.`,
    );
    expect(database.prepare('SELECT batch FROM open').all()).toEqual([{ batch: 1 }]);
    database.exec('DELETE FROM outcomes');
    await ledger.verdict(verdict(1, [accepted([[0, 10]])]));
  });

  it('says so', () => {
    const directory = temporaryDirectory();
    const ledgers = someLedgers(directory);
    newRecall(ledgers).close();
    const file = openSync(join(directory, 'r-0001', 'ledger.sqlite'), 'r+');
    writeSync(file, Buffer.alloc(4096 * 3, 0xa5), 0, 4096 * 3, 4096);
    closeSync(file);
    expect(() => ledgers.open('r-0001')).toThrow('its file is damaged. Restore it from a copy');
  });
});
