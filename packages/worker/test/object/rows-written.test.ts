import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { world } from '../support/world.ts';
import { openShop, type Shop } from './support/shop.ts';

beforeEach(() => world.reset());

/** Counts the rows that an object writes from now on, as the platform does for its bill. */
const countRows = ({ name }: Shop): Promise<{ rows: number }> =>
  runInDurableObject(env.RECALLS.getByName(name), (_object, { storage: { sql } }) => {
    const written = { rows: 0 };
    const exec: SqlStorage['exec'] = sql.exec.bind(sql);
    sql.exec = (query: string, ...values: SqlStorageValue[]) => {
      const cursor = exec(query, ...values);
      written.rows += cursor.rowsWritten;
      // The cast: which columns there are is for the one who asks to know
      return cursor as never;
    };
    return written;
  });

async function rowsOf({ batches, batchSize }: { readonly batches: number; readonly batchSize: number }) {
  const shop = await openShop(`rows-${batches}-${batchSize}`, { phones: batches * batchSize });
  const written = await countRows(shop);
  const recall = { selector: { notifyId: 7 }, targets: shop.tokens, batchSize, canary: 0 };
  const { recallId } = await shop.start(recall);
  expect((await shop.end(recallId)).state).toBe('finished');
  return written.rows;
}

// What docs/gateway-limits.md reckons with
it.each([1, 500])(
  'six rows are written for each batch of %i, from its sending to its verdict',
  async (batchSize) => {
    const few = await rowsOf({ batches: 2, batchSize });
    const more = await rowsOf({ batches: 7, batchSize });
    expect(more - few).toBe(5 * 6);
  },
);
