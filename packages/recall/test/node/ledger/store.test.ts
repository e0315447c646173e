import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepted, AT, endOf, request, verdict } from '../../../src/contract/ledger/steps.ts';
import { openLedgers } from '../../../src/node/index.ts';
import { newRecall, someLedgers, temporaryDirectory } from './support/ledgers.ts';

describe('the ledgers of a directory', () => {
  it('are none where there is no directory', () => {
    const ledgers = openLedgers({ directory: join(temporaryDirectory(), 'none') });
    expect(ledgers.list()).toEqual([]);
    expect(ledgers.sweep()).toEqual([]);
  });

  it('get ids that nobody has to think of', () => {
    const reservation = openLedgers({ directory: temporaryDirectory() }).reserve();
    expect(reservation.recallId).toMatch(/^r-[0-9a-f]{10}$/);
    reservation.discard();
  });

  it('know which ids there are when one is wrong, and leave other folders alone', () => {
    const directory = temporaryDirectory();
    const ledgers = someLedgers(directory);
    expect(() => ledgers.read('r-0001')).toThrow(
      `no recall "r-0001" in ${directory}: there is no recall there yet`,
    );
    newRecall(ledgers);
    expect(() => ledgers.open('r-0002')).toThrow(`no recall "r-0002" in ${directory}: there are r-0001.`);
    expect(() => ledgers.forget('../r-0001')).toThrow('no recall "../r-0001"');
    expect(() => ledgers.read('')).toThrow('no recall ""');
    for (let more = 0; more < 8; more += 1) newRecall(ledgers, { notifyId: more });
    expect(() => ledgers.read('r-9999')).toThrow(
      'there are 9 others. List them with:\n  unpush recalls list',
    );
  });

  it('list the newest first, and a damaged one with its fault', () => {
    const directory = temporaryDirectory();
    const ledgers = someLedgers(directory);
    newRecall(ledgers, { notifyId: 1 }).close();
    newRecall(ledgers, { notifyId: 2 }).close();
    writeFileSync(
      join(directory, 'r-0001', 'ledger.sqlite'),
      'not a database, but long enough to be one'.repeat(30),
    );
    expect(ledgers.list()).toMatchObject([
      { recallId: 'r-0002', facts: { selector: { notifyId: 2 } }, forgotten: false },
      { recallId: 'r-0001', fault: { problem: 'damaged' } },
    ]);
  });
});

describe('a reservation', () => {
  it('is a place for input that is gone when it is discarded', () => {
    const directory = temporaryDirectory();
    const reservation = someLedgers(directory).reserve();
    writeFileSync(join(reservation.spoolDirectory, 'input'), 'IQAAAACy01\n');
    reservation.discard();
    expect(readdirSync(directory)).toEqual(['lock.sqlite']);
  });

  it('keeps what was spooled when its ledger is created', () => {
    const ledgers = someLedgers();
    const reservation = ledgers.reserve();
    const spooled = join(reservation.spoolDirectory, 'input');
    writeFileSync(spooled, 'IQAAAACy01\n');
    const { facts } = newRecall(someLedgers());
    reservation.create({ facts, settings: {}, again: false }).close();
    reservation.discard();
    expect(existsSync(spooled)).toBe(true);
    expect(ledgers.read('r-0001').facts).toEqual(facts);
  });
});

describe('a second recall of the same notification', () => {
  it('is refused while the first is not finished, naming how to go on', () => {
    const ledgers = someLedgers();
    const first = newRecall(ledgers);
    expect(() => newRecall(ledgers)).toThrow(
      'recall r-0001 of the same notification (app 104856789, notifyId 3114932, pushType notification) is under way in another process. Nothing was sent. Wait for its end, or begin another one beside it with --again. Look at it with:\n  unpush recalls show r-0001',
    );
    first.close();
    expect(() => newRecall(ledgers)).toThrow(
      'recall r-0001 of the same notification (app 104856789, notifyId 3114932, pushType notification) is not finished (interrupted). Nothing was sent. Begin another one beside it with --again, or go on with it:\n  unpush recalls resume r-0001',
    );
  });

  it('can be begun all the same with again, and for another notification', () => {
    const ledgers = someLedgers();
    newRecall(ledgers);
    newRecall(ledgers, { again: true });
    newRecall(ledgers, { notifyId: 7 });
    expect(ledgers.list()).toHaveLength(3);
  });

  it('can be begun when the first is finished or forgotten', async () => {
    const ledgers = someLedgers();
    const first = newRecall(ledgers);
    await first.begin({ at: AT, retryUnknown: false });
    await first.end(endOf('finished'));
    first.close();
    newRecall(ledgers).close();
    ledgers.forget('r-0002');
    newRecall(ledgers);
  });
});

describe('settings', () => {
  it('are kept as they were saved last', () => {
    const ledgers = someLedgers();
    const ledger = newRecall(ledgers);
    expect(ledger.settings).toEqual({ serviceAccount: 'sa.json' });
    ledger.saveSettings({ serviceAccount: 'other.json', quota: 500 });
    expect(ledger.settings).toEqual({ serviceAccount: 'other.json', quota: 500 });
    expect(ledgers.read('r-0001').settings).toEqual({ serviceAccount: 'other.json', quota: 500 });
  });
});

describe('a recall that is forgotten', () => {
  it('is not told as forgotten while somebody still reads what it held', async () => {
    const ledgers = someLedgers(temporaryDirectory());
    const ledger = newRecall(ledgers);
    await ledger.begin({ at: AT, retryUnknown: false });
    await ledger.sending(request(1, [[0, 100]]));
    ledger.close();
    using reader = ledgers.read('r-0001');
    const reading = reader.outcomes()[Symbol.iterator]();
    reading.next();
    expect(() => {
      ledgers.forget('r-0001');
    }).toThrow('another program reads it at this moment');
    while (reading.next().done !== true);
    ledgers.forget('r-0001');
  });

  it('has no target left in any file, and keeps its record and evidence', async () => {
    const directory = temporaryDirectory();
    const ledgers = someLedgers(directory);
    const ledger = newRecall(ledgers);
    writeFileSync(join(ledger.spoolDirectory, 'input'), 'IQAAAACy01\n');
    writeFileSync(join(directory, 'r-0001', 'report.ndjson'), '{"target":"IQAAAACy01"}\n');
    ledger.saveSettings({ tokens: ['IQAAAACy01'] });
    await ledger.begin({ at: AT, retryUnknown: false });
    await ledger.sending(request(1, [[0, 100]]));
    await ledger.verdict(verdict(1, [accepted([[0, 100]])]));
    await ledger.end(endOf('finished'));
    const before = [...ledgers.read('r-0001').evidence()];
    ledger.close();
    ledgers.forget('r-0001');
    const folder = join(directory, 'r-0001');
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('IQAAAACy01'), name).toBe(false);
    }
    const reader = ledgers.read('r-0001');
    expect([...reader.evidence()]).toEqual(before);
    expect(reader.summary().targets.accepted).toBe(100);
    expect(reader.forgotten).toBe(true);
    reader.close();
    expect(() => ledgers.open('r-0001')).toThrow('recall r-0001 cannot go on: its targets were deleted');
    ledgers.forget('r-0001');
  });
});
