import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { newRecall } from './support/recalls.ts';
import { postgres } from './support/servers.ts';
import { silentWay } from './support/silent-way.ts';

const { server, pool, store, newSchema } = postgres();

describe('close', () => {
  it('ends the reading in of targets as well', async () => {
    const schema = newSchema();
    const one = store({ schema });
    async function* endless(): AsyncGenerator<string> {
      for (let index = 0; ; index += 1) {
        yield `target-${index}`;
        if (index % 5000 === 0) await sleep(5);
      }
    }
    const admitting = one.admit({ targets: endless() });
    admitting.catch(() => undefined);
    await sleep(500);
    await one.close();
    await expect(admitting).rejects.toMatchObject({
      problem: 'unreachable',
      message: 'this store was closed. Make a new one.',
    });
    const { rows } = await pool().query(`SELECT id FROM ${schema}.admissions`);
    expect(rows).toEqual([]);
  });

  it('waits as long as another one that is under way', async () => {
    const schema = newSchema();
    const one = store({ schema });
    await one.lease('app');
    void one.close();
    await one.close();
    expect((await pool().query(`SELECT name FROM ${schema}.leases`)).rows).toEqual([]);
  });

  it('takes some seconds at most while PostgreSQL is away', async () => {
    const one = store({ schema: newSchema() });
    await newRecall(one);
    await server().kill();
    const at = performance.now();
    await one.close();
    expect(performance.now() - at).toBeLessThan(5000);
    await server().start();
  });

  it('takes some seconds at most where the network swallows packets, and ends what is being asked', async () => {
    const way = await silentWay(server().url);
    const one = store({ schema: newSchema(), pool: pool({ connectionString: way.url }) });
    await newRecall(one);
    way.swallow(true);
    const listing = one.list();
    listing.catch(() => undefined);
    const at = performance.now();
    await one.close();
    await expect(listing).rejects.toMatchObject({ problem: 'unreachable' });
    expect(performance.now() - at).toBeLessThan(6000);
    way.cut();
  });
});
