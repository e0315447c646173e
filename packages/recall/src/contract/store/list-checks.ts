import { mustEqual, type ContractCheck } from '../contract-check.ts';
import { CONTRACT_FACTS } from '../ledger/subject.ts';
import { endOf } from '../ledger/steps.ts';
import { withStores } from './play.ts';
import { begin, makeOne, SETTINGS } from './steps.ts';
import type { StoreSubject } from './subject.ts';

const DAY = 86_400_000;

export const listChecks: readonly ContractCheck<StoreSubject>[] = [
  {
    holds: 'lists nothing where there is nothing',
    check: withStores(async (open) => {
      mustEqual(await (await open()).list(), []);
    }),
  },
  {
    holds: 'lists the newest first, with what a reader of one recall is told',
    check: withStores(async (open) => {
      const store = await open();
      const middle = await makeOne(store, at(2));
      const newest = await makeOne(store, at(3));
      const oldest = await makeOne(store, at(1));
      const listed = await (await open()).list();
      mustEqual(
        listed.map(({ recallId }) => recallId),
        [newest, middle, oldest],
      );
      const record = await store.read(newest);
      mustEqual(listed[0], {
        recallId: newest,
        facts: record.facts,
        settings: SETTINGS,
        wanted: 'run',
        summary: await record.summary(),
        forgotten: false,
      });
      await record.close();
    }),
  },
  {
    holds: 'lists by what is wanted, by what is finished, by both, and no more than asked for',
    check: withStores(async (open) => {
      const store = await open();
      const open1 = await makeOne(store, at(1));
      const open2 = await makeOne(store, at(2));
      const stopped = await makeOne(store, { ...at(3), wanted: 'stop' });
      const done = await finishOne(open, at(4));
      const idsOf = async (filter: Parameters<typeof store.list>[0]) =>
        (await store.list(filter)).map(({ recallId }) => recallId);
      mustEqual(await idsOf({ wanted: 'run' }), [done, open2, open1]);
      mustEqual(await idsOf({ wanted: 'stop' }), [stopped]);
      mustEqual(await idsOf({ finished: true }), [done]);
      mustEqual(await idsOf({ finished: false }), [stopped, open2, open1]);
      mustEqual(await idsOf({ finished: false, wanted: 'run' }), [open2, open1]);
      mustEqual(await idsOf({ finished: false, wanted: 'run', limit: 1 }), [open2]);
      mustEqual(await idsOf({ limit: 3 }), [done, stopped, open2]);
    }),
  },
];

const at = (day: number) => ({
  facts: { createdAt: CONTRACT_FACTS.createdAt + day * DAY, selector: { notifyId: day } },
});

async function finishOne(
  open: () => Promise<Parameters<typeof begin>[0]>,
  making: ReturnType<typeof at>,
): Promise<string> {
  const store = await open();
  const owned = await begin(store, { targets: ['t-1'] }, making);
  await owned.begin({ at: making.facts.createdAt, retryUnknown: false });
  await owned.end(endOf('finished'));
  await owned.close();
  return owned.recallId;
}
