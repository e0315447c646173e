import type { ContractCheck } from '../contract-check.ts';
import type { PagedTargets } from '../../store/paged-targets.ts';
import type { RecallStore } from '../../store/recall-store.ts';
import type { FindPages } from './subject.ts';

/** The name under which {@link PAGES} are known. */
export const PAGES_NAME = 'customers';

/** Seven targets on four pages: one comes twice, one is none, and one page is empty. Campaign 7 alone has them. */
export const PAGES: PagedTargets = {
  page: ({ cursor, parameters }) => {
    if (JSON.stringify(parameters) !== '{"campaign":7}') {
      return Promise.reject(new Error(`there are no pages for ${JSON.stringify(parameters)}`));
    }
    switch (cursor) {
      case undefined:
        return Promise.resolve({ targets: ['p-1', 'p-2'], next: 'second' });
      case 'second':
        return Promise.resolve({ targets: [], next: 'third' });
      case 'third':
        return Promise.resolve({ targets: ['p-3', 'p-1', 'p 4'], next: 'last' });
      case 'last':
        return Promise.resolve({ targets: ['p-5', 'p-6', 'p-7'] });
      default:
        return Promise.reject(new Error(`there is no page at ${cursor}`));
    }
  },
};

const findPages: FindPages = (name) => (name === PAGES_NAME ? PAGES : undefined);

/** Opens another store on the place of a check. It is closed with the check at the latest. */
export type Open<T> = () => Promise<T>;

/** A check that opens stores. */
export const withStores =
  <T extends RecallStore, S extends { open(pages: FindPages): Promise<T> }>(
    check: (open: Open<T>, subject: S) => Promise<void>,
  ): ContractCheck<S>['check'] =>
  async (make) => {
    const subject = await make();
    const stores: T[] = [];
    try {
      await check(async () => {
        const store = await subject.open(findPages);
        stores.push(store);
        return store;
      }, subject);
    } finally {
      for (const store of stores) await store.close();
    }
  };
