import { describe, expect, it } from 'vitest';
import { factsOf, newRecall } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

// The program, for `npm test`: startServer('postgres')
const { pool, store, newSchema } = postgres();

describe('what PostgreSQL cannot take', () => {
  it('is no name of a recall', async () => {
    const one = store({ schema: newSchema() });
    for (const ask of [
      () => one.read('a\0b'),
      () => one.open('a\0b'),
      () => one.want('a\0b', 'stop'),
      () => one.forget('a\0b'),
      () => one.targetsAt('a\0b', [[0, 1]]),
    ]) {
      await expect(ask()).rejects.toMatchObject({ name: 'LedgerError', problem: 'not-found' });
    }
    await expect(one.lease('a\0b')).rejects.toMatchObject({ name: 'InvalidRequestError' });
  });

  it('is no number of recalls to list', async () => {
    const one = store({ schema: newSchema() });
    await (await newRecall(one)).close();
    for (const limit of [-1, 1.5, Number.NaN, Infinity]) {
      await expect(one.list({ limit })).rejects.toMatchObject({
        name: 'InvalidRequestError',
        message: expect.stringContaining('limit: must be a whole number, not below 0') as string,
      });
    }
    expect(await one.list({ limit: 0 })).toEqual([]);
    expect(await one.list({ limit: 1 })).toHaveLength(1);
  });

  it('is no length of a selector, and the same one is known again', async () => {
    const one = store({ schema: newSchema() });
    const messageId = Array.from({ length: 9000 }, (_, index) => ((index * 7919) % 36).toString(36)).join('');
    const create = async () => {
      const admission = await one.admit({ targets: ['a'] });
      return admission.create({ facts: { ...factsOf(admission), selector: { messageId } }, settings: {} });
    };
    const owned = await create();
    await expect(create()).rejects.toMatchObject({ problem: 'exists', recallId: owned.recallId });
    await owned.close();
  });
});

describe('an admission that was swept away', () => {
  it('is told as such, also to whoever begins another recall by again: true', async () => {
    const schema = newSchema();
    const one = store({ schema });
    const owned = await newRecall(one);
    const admission = await one.admit({ targets: ['a'] });
    await pool().query(`DELETE FROM ${schema}.admissions`);
    for (const again of [true, false]) {
      await expect(
        admission.create({ facts: factsOf(admission), settings: {}, again }),
      ).rejects.toMatchObject({ problem: 'not-found', recallId: admission.recallId });
    }
    await owned.close();
  });
});
