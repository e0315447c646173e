import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedgers } from '../../../src/node/index.ts';
import { countOf } from '../../../src/spans/spans.ts';
import { childrenOf } from '../../support/child.ts';
import { temporaryDirectory } from './support/ledgers.ts';

const startChild = childrenOf(join(import.meta.dirname, 'children'));

const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('a recall that another process works on', () => {
  it('can be read, but not taken or forgotten', async () => {
    const directory = temporaryDirectory();
    const child = startChild('write-on.ts', directory);
    const id = await child.line();
    await child.line();
    const ledgers = openLedgers({ directory });
    expect(() => ledgers.open(id)).toThrow(
      `recall ${id} is under way in another process. Wait for its end, or stop it there with Ctrl-C. Look at it with:\n  unpush recalls show ${id}`,
    );
    expect(() => ledgers.forget(id)).toThrow(`recall ${id} is under way in another process`);
    expect(ledgers.list()).toMatchObject([{ recallId: id, summary: { state: 'running' } }]);
    const reader = ledgers.read(id);
    const before = reader.summary();
    const [first] = reader.outcomes();
    expect(first).toMatchObject({ span: [0, 10], outcome: 'accepted' });
    expect(before.targets.accepted).toBeGreaterThanOrEqual(500);
    expect([...reader.evidence()].length).toBeGreaterThan(50);
    reader.close();
  });

  it('lies in files that only their owner can read, whatever the umask', async () => {
    const directory = join(temporaryDirectory(), 'state', 'unpush');
    const child = startChild('write-on.ts', directory);
    const folder = join(directory, await child.line());
    expect([directory, folder, join(folder, 'spool')].map(rights)).toEqual(['700', '700', '700']);
    expect(readdirSync(folder).map((name) => [name, rights(join(folder, name))])).toEqual([
      ['ledger.sqlite', '600'],
      ['ledger.sqlite-shm', '600'],
      ['ledger.sqlite-wal', '600'],
      ['lock.sqlite', '600'],
      ['spool', '700'],
    ]);
    expect(rights(join(directory, 'lock.sqlite'))).toBe('600');
  });

  it('survives kill -9 in the middle of its work, again and again', async () => {
    const directory = temporaryDirectory();
    const ledgers = openLedgers({ directory });
    let id: string | undefined;
    for (let killed = 0; killed < 4; killed += 1) {
      const child = startChild('write-on.ts', directory, ...(id === undefined ? [] : [id]));
      id = await child.line();
      await child.line();
      await child.kill();
      const reader = ledgers.read(id);
      expect(reader.summary().state).toBe('interrupted');
      const outcomes = [...reader.outcomes()];
      reader.close();
      expect(outcomes.map(({ span }) => span[0])).toEqual([
        0,
        ...outcomes.slice(0, -1).map(({ span }) => span[1]),
      ]);
      expect(outcomes.at(-1)?.span[1]).toBe(1e9);
    }
    const ledger = ledgers.open(id ?? '');
    const { covered, open, settled } = await ledger.begin({ at: Date.now(), retryUnknown: false });
    expect(open.reduce((sum, { spans }) => sum + countOf(spans), 0) + settled.accepted).toBe(
      countOf(covered),
    );
    expect(open.every(({ mayHaveBeenReceived }) => mayHaveBeenReceived)).toBe(true);
    ledger.close();
  });

  it('is begun once if several processes begin it at the same time', async () => {
    const directory = temporaryDirectory();
    const children = [1, 2, 3].map(() => startChild('create.ts', directory));
    const said = await Promise.all(children.map((child) => child.line()));
    expect(said.sort()).toEqual(['created', 'exists', 'exists']);
    expect(openLedgers({ directory }).list()).toHaveLength(1);
  });
});

describe('the place of a recall that was killed before it had a ledger', () => {
  it('is swept away with what was spooled there, but not while its process lives', async () => {
    const directory = temporaryDirectory();
    const child = startChild('reserve.ts', directory);
    const id = await child.line();
    const ledgers = openLedgers({ directory });
    expect(ledgers.sweep()).toEqual([]);
    await child.kill();
    expect(ledgers.list()).toEqual([]);
    expect(ledgers.sweep()).toEqual([id]);
    expect(readdirSync(directory)).toEqual(['lock.sqlite']);
  });
});
