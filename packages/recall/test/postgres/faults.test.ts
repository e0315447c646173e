import type pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AT, accepted, request, verdict } from '../../src/contract/ledger/steps.ts';
import { LedgerError } from '../../src/ledger/ledger-error.ts';
import { migratePostgres, postgresSchema, postgresStore } from '../../src/postgres/index.ts';
import { all, newRecall, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const { server, pool, store, newSchema } = postgres();

/** A pool of a user who may log in, and nothing else. */
async function poolOfStranger(): Promise<pg.Pool> {
  await pool().query(
    `DO $$ BEGIN CREATE ROLE stranger LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  );
  return pool({ connectionString: server().url.replace('postgres@', 'stranger@') });
}

describe('the tables', () => {
  it('can be made by the migrations of the team, whose user needs no right to make any', async () => {
    const schema = newSchema();
    const stranger = await poolOfStranger();
    for (const step of postgresSchema(schema)) await pool().query(step);
    await pool().query(`GRANT USAGE ON SCHEMA ${schema} TO stranger;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO stranger`);
    const one = store({ schema, pool: stranger, migrate: false });
    await (await newRecall(one)).close();
    expect(await one.list()).toHaveLength(1);
  });

  it('are missed where nobody has made them', async () => {
    await expect(store({ schema: newSchema(), migrate: false }).list()).rejects.toMatchObject({
      problem: 'unreachable',
      message: expect.stringMatching(/its tables are not there\. Run migratePostgres/) as string,
    });
  });

  it('of a newer version are left alone', async () => {
    const schema = newSchema();
    await migratePostgres({ pool: pool(), schema });
    await pool().query(`UPDATE ${schema}.version SET version = 99`);
    for (const migrate of [true, false]) {
      await expect(store({ schema, migrate }).list()).rejects.toMatchObject({ problem: 'too-new' });
    }
  });

  it('lie in a schema whose name needs no escape', () => {
    for (const schema of ['', 'a-b', 'x"; DROP', 'pg_mine', '1st', 'a'.repeat(64)]) {
      expect(() => postgresSchema(schema)).toThrow('schema: must be the name of a schema');
    }
    expect(postgresSchema('Shop_1')[0]).toContain('CREATE SCHEMA "Shop_1"');
  });

  it('can be made in a schema that an administrator has made, by whom it belongs to', async () => {
    const schema = newSchema();
    const stranger = await poolOfStranger();
    await pool().query(`CREATE SCHEMA ${schema} AUTHORIZATION stranger`);
    expect(await store({ schema, pool: stranger }).list()).toEqual([]);
  });

  it('cannot be made by whoever may not, who is told which right is missing', async () => {
    const stranger = await poolOfStranger();
    for (const made of [true, false]) {
      const schema = newSchema();
      if (made) await pool().query(`CREATE SCHEMA ${schema}; GRANT USAGE ON SCHEMA ${schema} TO stranger`);
      await expect(migratePostgres({ pool: stranger, schema })).rejects.toMatchObject({
        problem: 'read-only',
        message: expect.stringMatching(
          /may not make them \(SQLSTATE 42501\)\. .*grant it CREATE on the schema .*migrate: false\.$/,
        ) as string,
      });
    }
  });

  it('leave alone one of somebody else that has the name of ours', async () => {
    for (const columns of ['v text', 'version text', 'id integer, version text']) {
      const schema = newSchema();
      await pool().query(`CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.version (${columns})`);
      await expect(migratePostgres({ pool: pool(), schema })).rejects.toMatchObject({
        name: 'LedgerError',
        message: expect.stringContaining('Give the store a schema of its own') as string,
      });
    }
  });
});

describe('options', () => {
  it('that make no sense are refused, each by its name', () => {
    const make = () => postgresStore({ pool: pool(), leaseMs: 10, patienceMs: -1, cacheBytes: Number.NaN });
    expect(make).toThrow(
      [
        'leaseMs: must be a number from 300 to 3600000, but is the number 10',
        'patienceMs: must be a number from 0 to 3600000, but is the number -1',
        'cacheBytes: must be a number from 0 to 9007199254740991, but is the number NaN',
      ].join('\n'),
    );
  });

  it('that are left undefined are as if they were not there', async () => {
    const one = postgresStore({ pool: pool(), ...({ schema: undefined } as object) });
    onTestFinished(() => one.close());
    expect(await one.list()).toEqual([]);
  });
});

describe('a fault of PostgreSQL', () => {
  it('is read-only where a permission is missing', async () => {
    const schema = newSchema();
    await migratePostgres({ pool: pool(), schema });
    const stranger = await poolOfStranger();
    await expect(store({ schema, pool: stranger }).list()).rejects.toMatchObject({
      name: 'LedgerError',
      problem: 'read-only',
      message: expect.stringMatching(/lacks a permission\. Grant it .* \(SQLSTATE 42501\)\.$/) as string,
    });
  });

  it('is read-only where nothing can be written, after some patience: it may be a failover', async () => {
    const schema = newSchema();
    const owned = await newRecall(store({ schema }));
    await owned.close();
    const reading = pool({ options: '-c default_transaction_read_only=on' });
    const one = store({ schema, pool: reading, patienceMs: 200 });
    expect(await one.list()).toHaveLength(1);
    await expect(one.open(owned.recallId)).rejects.toMatchObject({
      problem: 'read-only',
      message: expect.stringContaining('lead the pool to the primary') as string,
    });
  });

  it('never shows the password, whatever it is about', async () => {
    const secrets = 'hunter2-hunter2';
    const urls = [
      `postgres://nobody:${secrets}@127.0.0.1:${server().port}/postgres`,
      `postgres://postgres:${secrets}@127.0.0.1:${server().port}/missing`,
      `postgres://postgres:${secrets}@127.0.0.1:1/postgres`,
    ];
    for (const connectionString of urls) {
      const error: unknown = await store({ pool: pool({ connectionString }), patienceMs: 0 })
        .list()
        .catch((refusal: unknown) => refusal);
      expect(LedgerError.isInstance(error) && error.problem).toBe('unreachable');
      const told = String(error) + JSON.stringify(error) + String(error instanceof Error && error.cause);
      expect(told).not.toContain(secrets);
    }
  });

  it('ends a statement that takes too long, which is told', async () => {
    const hasty = pool({ statement_timeout: 150 });
    const schema = newSchema();
    const owned = await newRecall(store({ schema }));
    await owned.close();
    const blocker = await pool().connect();
    await blocker.query('BEGIN');
    await blocker.query(`LOCK TABLE ${schema}.recalls`);
    await expect(store({ schema, pool: hasty }).list()).rejects.toMatchObject({
      message: expect.stringContaining('raise statement_timeout') as string,
    });
    await blocker.query('ROLLBACK');
    blocker.release();
  });

  it('is damage where a row is not as it was written', async () => {
    const schema = newSchema();
    const owned = await newRecall(store({ schema }));
    await owned.close();
    await pool().query(`UPDATE ${schema}.standings SET codes = '7'`);
    const record = await store({ schema }).read(owned.recallId);
    await expect(record.summary()).rejects.toMatchObject({ problem: 'damaged', recallId: owned.recallId });
  });

  it('is damage where targets are not those that were written', async () => {
    const schema = newSchema();
    const one = store({ schema });
    const owned = await newRecall(one, { list: targets(2500) });
    await pool().query(`UPDATE ${schema}.pages SET lines = set_byte(lines, 5, 88) WHERE first = 2000`);
    await expect(all(owned.source.read())).rejects.toMatchObject({
      problem: 'damaged',
      message: expect.stringContaining('the targets from position 2000 on') as string,
    });
    await expect(one.targetsAt(owned.recallId, [[2100, 2101]])).rejects.toMatchObject({ problem: 'damaged' });
    expect(await one.targetsAt(owned.recallId, [[1999, 2000]])).toEqual(['target-001999']);
  });
});

describe('what a vendor says', () => {
  it('is kept also where PostgreSQL has no place for one of its characters', async () => {
    const schema = newSchema();
    const owned = await newRecall(store({ schema }));
    await owned.begin({ at: AT, retryUnknown: false });
    await owned.sending(request(1, [[0, 10]]));
    const reason = 'bad\u0000token \ud800';
    const settled = { outcome: 'rejected', spans: [[0, 10]], code: '80300007', reason } as const;
    const first = verdict(1, [settled]);
    await owned.verdict({ ...first, record: { ...first.record, message: reason } });
    await owned.sending(request(2, [[10, 20]]));
    await owned.verdict(verdict(2, [accepted([[10, 20]])]));
    const record = await store({ schema }).read(owned.recallId);
    const [told] = await all(record.outcomes());
    expect(told).toMatchObject({ span: [0, 10], outcome: 'rejected', reason: 'bad\uFFFDtoken \uFFFD' });
    expect(await all(record.evidence())).toHaveLength(4);
    await owned.close();
  });
});
