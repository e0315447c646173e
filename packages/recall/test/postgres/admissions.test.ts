import { describe, expect, it } from 'vitest';
import { factsOf, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const { pool, store, newSchema } = postgres();

const count = async (table: string): Promise<unknown> =>
  (await pool().query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0];

describe('an admission that comes to nothing', () => {
  it('leaves no targets behind, also where it ends while some are being written', async () => {
    const schema = newSchema();
    const one = store({ schema });
    await one.list();
    await pool().query(`CREATE FUNCTION ${schema}.dawdle() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END $$;
      CREATE TRIGGER slowly AFTER INSERT ON ${schema}.pages EXECUTE FUNCTION ${schema}.dawdle()`);
    await expect(one.admit({ targets: cutShort() })).rejects.toThrow('the client went away');
    expect(await count(`${schema}.pages`)).toEqual({ count: 0 });
    expect(await count(`${schema}.admissions`)).toEqual({ count: 0 });
  });

  it('takes nothing from a recall that was made', async () => {
    const schema = newSchema();
    const one = store({ schema });
    const admission = await one.admit({ targets: targets(1500) });
    const owned = await admission.create({ facts: factsOf(admission), settings: {} });
    await (await one.admit({ targets: targets(10) })).discard();
    expect(await count(`${schema}.pages`)).toEqual({ count: 2 });
    await owned.close();
  });
});

describe('targets that belong to nothing any more', () => {
  it('are swept away by the next admission, and no others', async () => {
    const schema = newSchema();
    const [one, other] = [store({ schema }), store({ schema })];
    const lost = await one.admit({ targets: targets(2500) });
    const waiting = await one.admit({ targets: targets(10) });
    await pool().query(`DELETE FROM ${schema}.admissions WHERE id = '${lost.recallId}'`);
    await (await other.admit({ targets: targets(10) })).discard();
    const { rows } = await pool().query(`SELECT DISTINCT recall FROM ${schema}.pages`);
    expect(rows).toEqual([{ recall: waiting.recallId }]);
  });
});

/** Enough for a statement, and then no end. */
async function* cutShort(): AsyncGenerator<string> {
  yield* targets(120_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  throw new Error('the client went away');
}
