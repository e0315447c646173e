import { describe, expect, it } from 'vitest';
import { reportLines } from '../../src/index.ts';
import { all, factsOf, newRecall, targets } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const { pool, store, newSchema } = postgres();

describe('a list that holds hardly a target', () => {
  it('is kept in pages of a thousand lines as well, and read again as it was', async () => {
    const schema = newSchema();
    const names = Array.from({ length: 4500 }, (_, index) => `Jane Doe ${index}`);
    const admission = await store({ schema }).admit({ targets: [...names, 'target-1'] });
    expect(admission.input.totals).toEqual({ read: 4501, malformed: 4500, duplicate: 0 });
    const { rows } = await pool().query(
      `SELECT first::int, targets, json_array_length(passed::json->'malformed') AS malformed
        FROM ${schema}.pages ORDER BY number`,
    );
    expect(rows).toEqual([
      { first: 0, targets: 0, malformed: 1000 },
      { first: 0, targets: 0, malformed: 1000 },
      { first: 0, targets: 0, malformed: 1000 },
      { first: 0, targets: 0, malformed: 1000 },
      { first: 0, targets: 1, malformed: 500 },
    ]);
    const owned = await admission.create({ facts: factsOf(admission), settings: {} });
    const chunks = await all(owned.source.read());
    expect(chunks.flatMap((chunk) => chunk.targets.targets())).toEqual(['target-1']);
    expect(chunks.flatMap(({ malformed }) => malformed.map(({ text }) => text))).toEqual(names);
    await owned.close();
  });
});

describe('a reading of targets that are gone', () => {
  it('ends with an error where they are forgotten while a report is made of them', async () => {
    const schema = newSchema();
    const one = store({ schema });
    const owned = await newRecall(one, { list: targets(50_000) });
    await owned.close();
    const record = await one.read(owned.recallId);
    const source = await record.source();
    const report = async (): Promise<void> => {
      const lines = reportLines({ outcomes: record.outcomes(), source, all: true });
      for await (const { count } of lines) if (count > 0) await one.forget(owned.recallId);
    };
    await expect(report()).rejects.toMatchObject({ problem: 'forgotten', recallId: owned.recallId });
  });

  it.each([
    ['in the midst', 'first = 5000', 5000],
    ['at the end', 'first = 7000', 7000],
    ['altogether', 'true', 0],
  ])('is damage where pages are gone %s', async (_where, condition, position) => {
    const schema = newSchema();
    const owned = await newRecall(store({ schema }), { list: targets(8000) });
    await pool().query(`DELETE FROM ${schema}.pages WHERE ${condition}`);
    await expect(all(owned.source.read())).rejects.toMatchObject({
      problem: 'damaged',
      message: expect.stringContaining(`the targets from position ${position} on`) as string,
    });
    await owned.close();
  });
});
