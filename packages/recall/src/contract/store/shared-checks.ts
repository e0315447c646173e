import type { SharedRecallStore } from '../../store/recall-store.ts';
import { mustEqual, mustRefuse, type ContractCheck } from '../contract-check.ts';
import { AT, request } from '../ledger/steps.ts';
import { PAGES, PAGES_NAME, withStores } from './play.ts';
import { begin, mustFail, numbered } from './steps.ts';
import type { SharedStoreSubject } from './subject.ts';

const shared = withStores<SharedRecallStore, SharedStoreSubject>;

export const sharedChecks: readonly ContractCheck<SharedStoreSubject>[] = [
  {
    holds: 'finds targets by position, while another store owns their recall',
    check: shared(async (open) => {
      const targets = numbered(12_345);
      // Positions count neither what is malformed nor what comes twice
      const input = { targets: ['m 1', ...targets.slice(0, 5000), 't-0', '', ...targets.slice(5000)] };
      const { recallId } = await begin(await open(), input);
      const other = await open();
      mustEqual(await other.targetsAt(recallId, []), []);
      mustEqual(await other.targetsAt(recallId, [[0, 1]]), ['t-0']);
      mustEqual(await other.targetsAt(recallId, [[12_344, 12_345]]), ['t-12344']);
      mustEqual(
        await other.targetsAt(recallId, [
          [3, 5],
          [4998, 5002],
          [12_343, 12_345],
        ]),
        ['t-3', 't-4', 't-4998', 't-4999', 't-5000', 't-5001', 't-12343', 't-12344'],
      );
      mustEqual(await other.targetsAt(recallId, [[0, 12_345]]), targets);
      mustEqual(await other.targetsAt(recallId, [[7, 8]]), ['t-7']);
    }),
  },
  {
    holds: 'finds targets by position in pages that somebody else keeps',
    check: shared(async (open) => {
      const input = { pages: PAGES, name: PAGES_NAME, parameters: { campaign: 7 } };
      const { recallId } = await begin(await open(), input);
      const other = await open();
      mustEqual(await other.targetsAt(recallId, [[0, 6]]), ['p-1', 'p-2', 'p-3', 'p-5', 'p-6', 'p-7']);
      mustEqual(
        await other.targetsAt(recallId, [
          [1, 2],
          [3, 4],
        ]),
        ['p-2', 'p-5'],
      );
    }),
  },
  {
    holds: 'finds no targets of a recall that is not there, or that were forgotten',
    check: shared(async (open) => {
      const store = await open();
      await mustFail(store.targetsAt('r-0000000000', [[0, 1]]), 'not-found');
      const owned = await begin(store, { targets: ['t-0'] });
      await owned.close();
      mustEqual(await store.targetsAt(owned.recallId, [[0, 1]]), ['t-0']);
      await store.forget(owned.recallId);
      await mustFail((await open()).targetsAt(owned.recallId, [[0, 1]]), 'forgotten', owned.recallId);
    }),
  },
  {
    holds: 'lets one store at a time have a lease, until it is released or its store is closed',
    check: shared(async (open) => {
      const [first, second] = [await open(), await open()];
      const lease = await first.lease('shop');
      mustEqual([lease?.lost.aborted, await second.lease('shop')], [false, undefined]);
      const other = await second.lease('other');
      mustEqual(other?.lost.aborted, false);
      await lease?.release();
      const next = await second.lease('shop');
      mustEqual([next?.lost.aborted, await first.lease('shop')], [false, undefined]);
      await second.close();
      mustEqual((await first.lease('shop'))?.lost.aborted, false);
    }),
  },
  {
    holds: 'tells a store that its lease is lost, which another has then',
    check: shared(async (open, subject) => {
      const [first, second] = [await open(), await open()];
      const lease = await first.lease('shop');
      if (lease === undefined) throw new Error('nobody has the lease, and yet it is not given');
      await subject.cutOff(first);
      const next = await second.lease('shop');
      mustEqual(next?.lost.aborted, false);
      await aborted(lease.lost);
      await lease.release();
      // It was not the next one's that was released
      mustEqual(await first.lease('shop'), undefined);
    }),
  },
  {
    holds: 'lets an owner that is replaced write nothing any more, and tells it',
    check: shared(async (open, subject) => {
      const [first, second] = [await open(), await open()];
      const owned = await begin(first, { targets: numbered(20) });
      await owned.begin({ at: AT, retryUnknown: false });
      await owned.sending(request(1, [[0, 10]]));
      await subject.cutOff(first);
      const next = await second.open(owned.recallId);
      const { open: left } = await next.begin({ at: AT, retryUnknown: false });
      mustEqual(left, [{ batch: 1, spans: [[0, 10]], mayHaveBeenReceived: true }]);
      await mustRefuse('a request of an owner that is replaced', owned.sending(request(2, [[10, 20]])));
      await aborted(owned.lost);
      await owned.close();
      await mustFail(first.open(owned.recallId), 'under-way', owned.recallId);
      await next.sending(request(2, [[10, 20]]));
    }),
  },
  {
    holds: 'lets anybody say what is wanted of a recall that another store owns',
    check: shared(async (open) => {
      const owned = await begin(await open(), { targets: ['t-0'] });
      await (await open()).want(owned.recallId, 'stop');
      mustEqual(await owned.wanted(), 'stop');
    }),
  },
];

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
