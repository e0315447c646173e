import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../../src/ledger/ledger-error.ts';
import { migratePostgres } from '../../src/postgres/index.ts';
import type { OwnedRecall } from '../../src/store/recall-store.ts';
import { childrenOf } from '../support/child.ts';
import { factsOf, newRecall, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const startChild = childrenOf(join(import.meta.dirname, 'children'));
const { server, pool, store, newSchema } = postgres();

describe('several processes at once', () => {
  it('make the tables once', async () => {
    const schema = newSchema();
    await Promise.all([1, 2, 3, 4, 5].map(() => migratePostgres({ pool: pool(), schema })));
    expect((await pool().query(`SELECT version FROM ${schema}.version`)).rows).toEqual([{ version: 1 }]);
  });

  it('make one recall of a notification: all others are told which', async () => {
    const schema = newSchema();
    const stores = Array.from({ length: 8 }, () => store({ schema }));
    const admissions = await Promise.all(stores.map((one) => one.admit({ targets: targets(10) })));
    const made = await Promise.allSettled(
      admissions.map((one) => one.create({ facts: factsOf(one), settings: {} })),
    );
    const owned = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(owned).toHaveLength(1);
    for (const one of made) {
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ problem: 'exists', recallId: owned[0]!.recallId });
    }
    expect(await stores[0]!.list()).toHaveLength(1);
  });

  it('take a recall one at a time', async () => {
    const schema = newSchema();
    const { recallId } = await closed(newRecall(store({ schema })));
    const stores = Array.from({ length: 8 }, () => store({ schema }));
    const taken = await Promise.allSettled(stores.map((one) => one.open(recallId)));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of taken) {
      if (one.status === 'rejected') expect(LedgerError.isInstance(one.reason)).toBe(true);
    }
  });

  it('let a process end that holds a recall and does nothing', async () => {
    const child = startChild('leave.ts', server().url, newSchema());
    expect(await child.line()).toBe('holds a recall and a lease');
    await expect(child.line()).rejects.toThrow('has ended');
  });
});

describe('targets that were read for a recall that is never made', () => {
  it('are swept away once nobody has said for minutes that they are needed', async () => {
    const schema = newSchema();
    const shared = pool();
    const [one, other] = [store({ schema, pool: shared }), store({ schema, pool: shared })];
    const admission = await one.admit({ targets: targets(5000) });
    const kept = await one.admit({ targets: targets(10) });
    await shared.query(
      `UPDATE ${schema}.admissions SET until = now() - interval '1 second' WHERE id = '${admission.recallId}'`,
    );
    await other.admit({ targets: [] });
    const { rows } = await shared.query(`SELECT DISTINCT recall FROM ${schema}.pages`);
    expect(rows).toEqual([{ recall: kept.recallId }]);
    await expect(admission.create({ facts: factsOf(admission), settings: {} })).rejects.toMatchObject({
      problem: 'not-found',
      recallId: admission.recallId,
    });
  });

  it('are gone at once where they are discarded, and where reading fails', async () => {
    const schema = newSchema();
    const shared = pool();
    const one = store({ schema, pool: shared });
    await (await one.admit({ targets: targets(3000) })).discard();
    async function* failing(): AsyncGenerator<string> {
      yield* targets(9000);
      await Promise.reject(new Error('cursor closed'));
    }
    await expect(one.admit({ targets: failing() })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^targets: .*cursor closed/) as string,
    });
    const { rows } = await shared.query(
      `SELECT (SELECT count(*) FROM ${schema}.pages)::int AS pages, (SELECT count(*) FROM ${schema}.admissions)::int AS held`,
    );
    expect(rows).toEqual([{ pages: 0, held: 0 }]);
  });
});

async function closed(recall: Promise<OwnedRecall>): Promise<OwnedRecall> {
  const owned = await recall;
  await owned.close();
  return owned;
}
