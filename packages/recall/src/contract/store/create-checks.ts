import { mustEqual, mustRefuse, type ContractCheck } from '../contract-check.ts';
import { CONTRACT_FACTS } from '../ledger/subject.ts';
import { endOf } from '../ledger/steps.ts';
import { withStores } from './play.ts';
import { begin, create, makeOne, mustFail, SETTINGS } from './steps.ts';
import type { StoreSubject } from './subject.ts';

export const createChecks: readonly ContractCheck<StoreSubject>[] = [
  {
    holds: 'makes a recall that is owned, with its facts and settings exactly as they were given',
    check: withStores(async (open) => {
      const store = await open();
      const admission = await store.admit({ targets: ['t-1'] });
      const owned = await create(admission);
      const { recallId, input } = admission;
      const facts = { ...CONTRACT_FACTS, recallId, input };
      mustEqual([owned.recallId, owned.facts, owned.settings], [recallId, facts, SETTINGS]);
      mustEqual(owned.lost.aborted, false);
      const record = await (await open()).read(recallId);
      mustEqual([record.recallId, record.facts, record.settings], [recallId, facts, SETTINGS]);
      mustEqual(record.forgotten, false);
      await record.close();
    }),
  },
  {
    holds:
      'refuses a second recall of the same notification, whoever owns the first, unless it is begun again',
    check: withStores(async (open) => {
      const store = await open();
      const owned = await begin(store, { targets: ['t-1'] });
      const admission = await (await open()).admit({ targets: ['t-2'] });
      await mustFail(create(admission), 'exists', owned.recallId);
      await owned.close();
      await mustFail(create(admission), 'exists', owned.recallId);
      await (await create(admission, { again: true })).close();
      mustEqual((await store.list()).length, 2);
    }),
  },
  {
    holds: 'takes another notification, another app, or one whose first recall is finished or forgotten',
    check: withStores(async (open) => {
      const store = await open();
      const first = await makeOne(store);
      await makeOne(store, { facts: { selector: { notifyId: 7, pushType: 'notification' } } });
      await makeOne(store, { facts: { app: '104729817' } });
      await store.forget(first);
      const owned = await begin(store, { targets: ['t-1'] });
      await owned.begin({ at: CONTRACT_FACTS.createdAt, retryUnknown: false });
      await owned.end(endOf('finished'));
      await owned.close();
      await makeOne(store);
      mustEqual((await store.list()).length, 5);
    }),
  },
  {
    holds: 'makes no recall of what was discarded',
    check: withStores(async (open) => {
      const store = await open();
      const admission = await store.admit({ targets: ['t-1'] });
      await admission.discard();
      await mustRefuse('what was discarded', create(admission));
      mustEqual(await store.list(), []);
    }),
  },
  {
    holds: 'does not discard what was made',
    check: withStores(async (open) => {
      const store = await open();
      const admission = await store.admit({ targets: ['t-1'] });
      const owned = await create(admission);
      await admission.discard();
      await owned.close();
      await (await store.open(owned.recallId)).close();
    }),
  },
];
