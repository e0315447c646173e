import { InputError, LedgerError } from '@unpush/recall';
import { CONTRACT_FACTS } from '@unpush/recall/contract';
import { abortAllDurableObjects, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { openRecallStore } from '../support/recall-store/open-recall-store.ts';
import { databaseOf } from '../../src/store/sql/database.ts';
import { migrate } from '../../src/store/sql/migrate.ts';
import { STEPS } from '../../src/store/sql/steps.ts';
import { bodyOf as streamOf, bytesOf } from '../lists/support/lists.ts';
import { begun, settle } from './support/begun.ts';
import { gathered } from './support/gathered.ts';
import { inObject } from './support/in-object.ts';

const AT = CONTRACT_FACTS.createdAt;
const LIMITS = { bytes: 1_000_000, targets: 1000 };
const DRAFT = {
  selector: { notifyId: 7, pushType: 'notification' },
  choices: { reason: 'wrong text' },
  reading: { format: 'txt', dedupe: true },
  createdAt: AT,
} as const;

const bodyOf = (text: string): ReadableStream<Uint8Array> => streamOf([bytesOf(text)]);

describe('a draft', () => {
  it('becomes the recall of its list, under the same id', () =>
    inObject(async (storage) => {
      const store = openRecallStore(storage);
      const { recallId } = store.draft(DRAFT);
      expect(store.findDraft(recallId)).toEqual({ ...DRAFT, recallId, complete: false });
      await store.lists.append(recallId, { offset: 0, body: bodyOf('a\nb\na\n'), isLast: true }, LIMITS);
      expect(store.drafts()).toEqual([{ ...DRAFT, recallId, complete: true }]);
      const admission = await store.admitDraft(recallId);
      expect([admission.recallId, admission.input.totals]).toEqual([
        recallId,
        { read: 3, malformed: 0, duplicate: 1 },
      ]);
      const facts = { ...CONTRACT_FACTS, recallId, input: admission.input };
      const owned = await admission.create({ facts, settings: {} });
      expect([owned.recallId, store.drafts()]).toEqual([recallId, []]);
      expect(store.wantedToRun()).toEqual([recallId]);
    }));

  it('stays one where its recall cannot be made, and can then be made again', () =>
    inObject(async (storage) => {
      const store = openRecallStore(storage);
      const first = await begun(store, 1);
      expect(store.unfinished(CONTRACT_FACTS)).toBe(first.recallId);
      expect(store.unfinished({ ...CONTRACT_FACTS, app: 'another' })).toBeUndefined();
      const { recallId } = store.draft({ ...DRAFT, selector: CONTRACT_FACTS.selector });
      await store.lists.append(recallId, { offset: 0, body: bodyOf('a'), isLast: true }, LIMITS);
      const admission = await store.admitDraft(recallId);
      await expect(store.admitDraft(recallId)).rejects.toMatchObject({ problem: 'under-way' });
      const recall = { facts: { ...CONTRACT_FACTS, recallId, input: admission.input }, settings: {} };
      await expect(admission.create(recall)).rejects.toMatchObject({
        problem: 'exists',
        recallId: first.recallId,
      });
      await admission.discard();
      expect(store.findDraft(recallId)?.complete).toBe(true);
      await (await store.admitDraft(recallId)).create({ ...recall, again: true });
      expect(store.findDraft(recallId)).toBeUndefined();
    }));

  it('is dropped with its list, its idempotency key and its audit', () =>
    inObject(async (storage) => {
      const store = openRecallStore(storage);
      const { recallId } = store.draft(DRAFT, { key: 'k-1', fingerprint: 'f-1' });
      store.note(recallId, { at: '2025-01-01T00:00:00.000Z', action: 'start', by: 'oncall' });
      expect(store.findRequest('k-1')).toEqual({ recallId, fingerprint: 'f-1' });
      store.dropDraft(recallId);
      expect([store.findRequest('k-1'), store.audit(recallId), store.lists.standing(recallId)]).toEqual([
        undefined,
        [],
        undefined,
      ]);
      await expect(store.admitDraft(recallId)).rejects.toMatchObject({ problem: 'not-found' });
    }));
});

describe('what was asked of a recall', () => {
  it('is told from the first to the last', () =>
    inObject((storage) => {
      const store = openRecallStore(storage);
      const start = {
        at: '2025-01-01T00:00:00.000Z',
        action: 'start',
        by: 'oncall',
        reason: 'typo',
      } as const;
      const stop = { at: '2025-01-01T00:01:00.000Z', action: 'stop', by: 'ci' } as const;
      store.note('r-1', start);
      store.note('r-2', stop);
      store.note('r-1', stop);
      expect(store.audit('r-1')).toEqual([start, stop]);
      return Promise.resolve();
    }));
});

describe('a list of recalls', () => {
  it('goes on after the last one of the page before', () =>
    inObject(async (storage) => {
      const store = openRecallStore(storage);
      const ids: string[] = [];
      for (const day of [1, 2, 3]) {
        const admission = await store.admit({ targets: ['a'] });
        const { recallId, input } = admission;
        const facts = {
          ...CONTRACT_FACTS,
          recallId,
          input,
          selector: { notifyId: day },
          createdAt: AT + day,
        };
        await (await admission.create({ facts, settings: {} })).close();
        ids.unshift(recallId);
      }
      const page = async (after?: { createdAt: number; recallId: string }) =>
        (await store.list({ limit: 2, ...(after !== undefined && { after }) })).map(
          ({ recallId }) => recallId,
        );
      expect(await page()).toEqual(ids.slice(0, 2));
      const listed = await store.list();
      const placeOf = (index: number) => ({
        createdAt: listed[index]!.facts.createdAt,
        recallId: listed[index]!.recallId,
      });
      expect(await page(placeOf(1))).toEqual(ids.slice(2));
      expect(await page(placeOf(2))).toEqual([]);
      // A place is one though nothing is there any more
      expect(await page({ ...placeOf(1), recallId: 'r-0000' })).toEqual(ids.slice(2));
    }));
});

describe('outcomes and evidence', () => {
  it('are those of one moment, whatever is written while they are read', () =>
    inObject(async (storage) => {
      const store = openRecallStore(storage);
      const owned = await begun(store, 5000);
      // More rows than are read at once
      const every = (rest: number) =>
        Array.from({ length: 4500 }, (_, index) => index)
          .filter((index) => index % 2 === rest)
          .map((index): [number, number] => [index, index + 1]);
      await settle(owned, [
        { outcome: 'accepted', spans: every(0) },
        { outcome: 'unknown', spans: every(1) },
      ]);
      const record = await store.read(owned.recallId);
      const outcomes = record.outcomes()[Symbol.asyncIterator]();
      const evidence = record.evidence()[Symbol.asyncIterator]();
      const told: unknown[] = [(await outcomes.next()).value];
      await evidence.next();
      // The unknown are open again, and all the rest is settled
      await owned.begin({ at: AT, retryUnknown: true });
      await settle(owned, [{ outcome: 'accepted', spans: [[4500, 5000]] }], 3);
      told.push(...(await gathered({ [Symbol.asyncIterator]: () => outcomes })));
      expect(told.length).toBe(4501);
      expect(told.slice(-3)).toEqual([
        { span: [4498, 4499], outcome: 'accepted' },
        { span: [4499, 4500], outcome: 'unknown' },
        { span: [4500, 5000], outcome: 'not-attempted' },
      ]);
      expect((await gathered({ [Symbol.asyncIterator]: () => evidence })).length).toBe(2);
      const now = await gathered(record.outcomes());
      expect([now.length, now.at(-1)]).toEqual([4501, { span: [4500, 5000], outcome: 'accepted' }]);
      expect((await gathered(record.evidence())).length).toBe(5);
    }));
});

describe('an object that is evicted', () => {
  it('leaves its recalls to the next, and nothing of what was only admitted', async () => {
    const stub = env.OBJECTS.getByName('evicted');
    const [made, admitted] = await runInDurableObject(stub, async (_object, { storage }) => {
      const store = openRecallStore(storage);
      const owned = await begun(store, 20);
      await owned.sending({ batch: 1, spans: [[0, 10]], attempt: 1, repeats: false, at: AT });
      return [owned.recallId, (await store.admit({ targets: ['a'] })).recallId];
    });
    await abortAllDurableObjects();
    await runInDurableObject(env.OBJECTS.getByName('evicted'), async (_object, { storage }) => {
      const store = openRecallStore(storage);
      expect(store.lists.standing(admitted)).toBeUndefined();
      expect(store.wantedToRun()).toEqual([made]);
      const owned = await store.open(made);
      const { open } = await owned.begin({ at: AT, retryUnknown: false });
      expect(open).toEqual([{ batch: 1, spans: [[0, 10]], mayHaveBeenReceived: true }]);
    });
  });
});

describe('what cannot be kept', () => {
  it('is refused: files, since there is no file system', () =>
    inObject(async (storage) => {
      const error: unknown = await openRecallStore(storage)
        .admit({ files: [{ path: 'tokens.txt' }] })
        .catch((reason: unknown) => reason);
      expect(InputError.isInstance(error)).toBe(true);
      expect(String(error)).toContain('"tokens.txt" cannot be read: there is no file system here');
    }));

  it('is refused: a row that is larger than the platform takes, of which nothing is written', () =>
    inObject(async (storage) => {
      const store = openRecallStore(storage);
      const owned = await begun(store, 1);
      const note = '界'.repeat(700_000);
      await expect(owned.saveSettings({ note })).rejects.toMatchObject({ problem: 'no-room' });
      expect(owned.settings).toEqual({});
    }));

  it('is refused: what an owner writes that has let go', () =>
    inObject(async (storage) => {
      const owned = await begun(openRecallStore(storage), 1);
      await owned.close();
      const late = owned.sending({ batch: 1, spans: [[0, 1]], attempt: 1, repeats: false, at: AT });
      await expect(late).rejects.toMatchObject({ problem: 'under-way' });
    }));
});

describe('the tables', () => {
  it('are left as they are where a newer version has made them', () =>
    inObject((storage) => {
      openRecallStore(storage);
      storage.sql.exec('UPDATE unpush_version SET version = 9');
      expect(() => openRecallStore(storage)).toThrow(/schema 9, this one knows up to 2/);
      return Promise.resolve();
    }));

  it('take the steps that they have not taken yet, each once', () =>
    inObject((storage) => {
      openRecallStore(storage);
      const database = databaseOf(storage);
      const steps = ['never run again', 'nor this', 'CREATE TABLE third (id INTEGER)'];
      migrate(database, steps);
      migrate(database, steps);
      expect(database.first('SELECT count(*) AS rows FROM third')).toEqual({ rows: 0 });
      return Promise.resolve();
    }));

  it('take over the lists of a version that made their tables at each opening', () =>
    inObject(async (storage) => {
      migrate(databaseOf(storage), STEPS.slice(0, 1));
      storage.sql.exec(`CREATE TABLE lists (id INTEGER PRIMARY KEY AUTOINCREMENT, recall TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, format TEXT NOT NULL, field TEXT, dedupe INTEGER NOT NULL, length INTEGER,
        filled INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0, lines INTEGER NOT NULL DEFAULT 0,
        pages INTEGER NOT NULL DEFAULT 0, read INTEGER NOT NULL DEFAULT 0, malformed INTEGER NOT NULL DEFAULT 0,
        met TEXT NOT NULL DEFAULT '{"found":false}', first_malformed TEXT NOT NULL DEFAULT '[]',
        complete INTEGER NOT NULL DEFAULT 0, hash_key BLOB NOT NULL, hashed_pages INTEGER NOT NULL DEFAULT 0,
        settled TEXT)`);
      storage.sql.exec(
        "INSERT INTO lists (recall, name, format, dedupe, hash_key) VALUES ('r', 'upload', 'txt', 1, ?)",
        new Uint8Array(16),
      );
      const { lists } = openRecallStore(storage);
      expect(lists.standing('r')).toMatchObject({ offset: 0, complete: false });
      await lists.append('r', { offset: 0, body: bodyOf('a\nb\na\n'), isLast: true }, LIMITS);
      expect((await lists.settle('r')).facts.totals).toEqual({ read: 3, malformed: 0, duplicate: 1 });
    }));

  it('tell what SQLite refuses as a fault of the ledger', () =>
    inObject((storage) => {
      openRecallStore(storage);
      const database = databaseOf(storage);
      const twice = (): void => {
        for (const fingerprint of ['a', 'b'])
          database.run('INSERT INTO requests VALUES (?, ?, ?)', 'k', 'r', fingerprint);
      };
      let error: unknown;
      try {
        database.together(twice);
      } catch (thrown) {
        error = thrown;
      }
      expect(LedgerError.isInstance(error) && error.problem).toBe('damaged');
      expect(database.rows('SELECT * FROM requests')).toEqual([]);
      return Promise.resolve();
    }));
});
