import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { all, bodyOf, bytesOf, LIMITS, listsOn, sha256, TXT, withLists } from './support/lists.ts';

const MEANS = { targetsPerRound: 10_000 };

/** 60,000 targets, of which the last 20,000 are the first ones again. */
const targets = Array.from(
  { length: 60_000 },
  (_, index) => `token-${`${index % 40_000}`.padStart(60, '0')}`,
);
const list = bytesOf(targets.map((target) => `${target}\n`).join(''));

it('goes on where it stood after the object was evicted while the list came in, and while it was settled', async () => {
  await expect(
    runInDurableObject(env.OBJECTS.getByName('evicted'), async (_object, state) => {
      const lists = listsOn(state.storage, MEANS);
      lists.begin('r', TXT);
      let at = 0;
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          if (at > 2_500_000) {
            await state.storage.sync();
            state.abort('evicted');
          }
          controller.enqueue(list.subarray(at, at + 100_000));
          at += 100_000;
        },
      });
      await lists.append('r', { offset: 0, body, isLast: true }, LIMITS);
    }),
  ).rejects.toThrow('evicted');

  await expect(
    runInDurableObject(env.OBJECTS.getByName('evicted'), async (_object, state) => {
      const { storage } = state;
      const lists = listsOn(storage, MEANS);
      const { offset = 0, complete } = lists.standing('r') ?? {};
      // Two pages of whole lines of 67 bytes, each at most 1 MiB and 1 byte
      expect({ offset, complete }).toEqual({ offset: 2 * 67 * 15_650, complete: false });
      await lists.append('r', { offset, body: bodyOf([list.subarray(offset)]), isLast: true }, LIMITS);
      await storage.sync();
      const settling = lists.settle('r');
      settling.catch(() => undefined); // it ends with the object
      const hashed = () =>
        storage.sql.exec<{ pages: number }>('SELECT hashed_pages AS pages FROM lists').one();
      while (hashed().pages < 2) await new Promise((resolve) => setTimeout(resolve, 0));
      expect(hashed().pages).toBe(2);
      await storage.sync();
      state.abort('evicted');
    }),
  ).rejects.toThrow('evicted');

  await withLists(
    'evicted',
    async (lists, { sql }) => {
      expect(sql.exec('SELECT hashed_pages FROM lists').one()).toEqual({ hashed_pages: 2 });
      const { facts } = await lists.settle('r');
      expect(facts.totals).toEqual({ read: 60_000, malformed: 0, duplicate: 20_000 });
      expect(facts.files[0]?.digest).toBe(await sha256(list));
      expect(await all(lists.source('r'))).toEqual(targets.slice(0, 40_000));
      expect(sql.exec('SELECT COUNT(*) AS rows FROM list_hashes').one()).toEqual({ rows: 0 });
    },
    // A later version may take larger rounds, and has to find what this one has put by
    { targetsPerRound: 400_000 },
  );
});
