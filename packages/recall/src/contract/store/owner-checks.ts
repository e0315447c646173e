import { mustEqual, type ContractCheck } from '../contract-check.ts';
import { withStores } from './play.ts';
import { begin, makeOne, mustFail, SETTINGS } from './steps.ts';
import type { StoreSubject } from './subject.ts';

export const storeOwnerChecks: readonly ContractCheck<StoreSubject>[] = [
  {
    holds: 'lets one owner at a time have a recall, until that one or its store is closed',
    check: withStores(async (open) => {
      const [first, second] = [await open(), await open()];
      const made = await begin(first, { targets: ['t-1'] });
      const { recallId } = made;
      await mustFail(second.open(recallId), 'under-way', recallId);
      await mustFail(first.open(recallId), 'under-way', recallId);
      await made.close();
      await second.open(recallId);
      await mustFail(first.open(recallId), 'under-way', recallId);
      await second.close();
      await (await first.open(recallId)).close();
    }),
  },
  {
    holds: 'does not know a recall that was never made',
    check: withStores(async (open) => {
      const store = await open();
      await mustFail(store.open('r-0000000000'), 'not-found');
      await mustFail(store.read('r-0000000000'), 'not-found');
      await mustFail(store.want('r-0000000000', 'run'), 'not-found');
      await mustFail(store.forget('r-0000000000'), 'not-found');
    }),
  },
  {
    holds: 'keeps what is wanted of a recall, which is to run unless said otherwise',
    check: withStores(async (open) => {
      const [store, other] = [await open(), await open()];
      const owned = await begin(store, { targets: ['t-1'] });
      const record = await other.read(owned.recallId);
      mustEqual([await owned.wanted(), await record.wanted()], ['run', 'run']);
      await owned.want('stop');
      mustEqual([await owned.wanted(), await record.wanted()], ['stop', 'stop']);
      await store.want(owned.recallId, 'run');
      mustEqual([await owned.wanted(), await record.wanted()], ['run', 'run']);
      await owned.close();
      await other.want(owned.recallId, 'stop');
      mustEqual(await record.wanted(), 'stop');
      await record.close();
      const stopped = await begin(store, { targets: ['t-1'] }, { wanted: 'stop', again: true });
      mustEqual(await stopped.wanted(), 'stop');
    }),
  },
  {
    holds: 'keeps changed settings, and what is wanted beside them',
    check: withStores(async (open) => {
      const store = await open();
      const owned = await begin(store, { targets: ['t-1'] }, { wanted: 'stop' });
      await owned.saveSettings({ app: 'other' });
      mustEqual(owned.settings, { app: 'other' });
      await owned.want('run');
      await owned.close();
      const again = await (await open()).open(owned.recallId);
      mustEqual([again.settings, await again.wanted()], [{ app: 'other' }, 'run']);
    }),
  },
  {
    holds: 'forgets the targets of a recall that nobody owns, and keeps its record, settings and evidence',
    check: withStores(async (open) => {
      const store = await open();
      const owned = await begin(store, { targets: ['t-1'] });
      const { recallId } = owned;
      await owned.begin({ at: owned.facts.createdAt, retryUnknown: false });
      await mustFail(store.forget(recallId), 'under-way', recallId);
      await owned.close();
      await (await open()).forget(recallId);
      await mustFail(store.open(recallId), 'forgotten', recallId);
      const record = await store.read(recallId);
      await mustFail(record.source(), 'forgotten', recallId);
      mustEqual([record.forgotten, record.facts, record.settings], [true, owned.facts, SETTINGS]);
      const lines: string[] = [];
      for await (const line of record.evidence()) lines.push(line);
      mustEqual(lines.length, 2);
      await record.close();
      mustEqual(
        (await store.list()).map((listed) => [listed.recallId, listed.forgotten]),
        [[recallId, true]],
      );
      await makeOne(store);
    }),
  },
];
