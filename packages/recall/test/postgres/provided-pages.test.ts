import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readAgain } from '../../src/postgres/targets/pages/provided-page.ts';
import type { PagedTargets, TargetPage } from '../../src/store/paged-targets.ts';
import type { OwnedRecall, SharedRecallStore } from '../../src/store/recall-store.ts';
import { all, factsOf, newRecall } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const { pool, store, newSchema } = postgres();

type Pages = Record<string, TargetPage>;

/** Customers by campaign, as a team's own table has them. */
const customers = (): Pages => ({
  first: { targets: ['c-1', ' c-2 ', 'c-1'], next: 'second' },
  second: { targets: ['c 3', 'c-2'], next: 'third' },
  third: { targets: ['c-4', 'c-5'] },
});

const keeperOf = (pages: Pages): PagedTargets => ({
  page: ({ cursor = 'first' }) => {
    const page = pages[cursor];
    return page === undefined ? Promise.reject(new Error(`no row ${cursor}`)) : Promise.resolve(page);
  },
});

const begin = async (one: SharedRecallStore, pages: PagedTargets): Promise<OwnedRecall> => {
  const admission = await one.admit({ pages, name: 'customers' });
  return admission.create({ facts: factsOf(admission), settings: {} });
};

describe('targets that somebody else keeps', () => {
  it('are told in the facts as the text file they would be, and do not lie in the database', async () => {
    const schema = newSchema();
    const admission = await store({ schema }).admit({ pages: keeperOf(customers()), name: 'customers' });
    expect(admission.input).toEqual({
      files: [
        {
          path: 'pages:customers',
          format: 'txt',
          gzip: false,
          bytes: 16,
          // printf 'c-1\nc-2\nc-4\nc-5\n' | sha256sum
          digest: '27bec592c2da0ddb7b139ed6b4dc8aba7a155d68fc413d02f74daa6fc77bfb8f',
          read: 7,
          malformed: 1,
          duplicate: 2,
        },
      ],
      dedupe: true,
      totals: { read: 7, malformed: 1, duplicate: 2 },
    });
    const { rows } = await pool().query(
      `SELECT first::int, targets, cursor, read, dropped, lines FROM ${schema}.pages ORDER BY number`,
    );
    expect(rows).toEqual([
      { first: 0, targets: 2, cursor: null, read: 3, dropped: '[2]', lines: null },
      { first: 2, targets: 0, cursor: 'second', read: 2, dropped: '[0,1]', lines: null },
      { first: 2, targets: 2, cursor: 'third', read: 2, dropped: '[]', lines: null },
    ]);
  });

  it.each([
    [
      'one more',
      (pages: Pages) => (pages['third'] = { targets: ['c-4', 'c-5', 'c-6'] }),
      'it holds 3 targets, and held 2',
    ],
    [
      'another one',
      (pages: Pages) => (pages['third'] = { targets: ['c-4', 'c-9'] }),
      'its targets are others',
    ],
    [
      'another order',
      (pages: Pages) => (pages['third'] = { targets: ['c-5', 'c-4'] }),
      'stand in another order',
    ],
  ])('stop a recall where a page holds %s', async (_what, change, message) => {
    const pages = customers();
    const one = store({ schema: newSchema() });
    const owned = await begin(one, keeperOf(pages));
    change(pages);
    const told = {
      name: 'InputError',
      file: 'pages:customers',
      message: expect.stringMatching(
        new RegExp(`^pages:customers: the page at "third" has changed since the recall began: .*${message}`),
      ) as string,
    };
    await expect(all(owned.source.read())).rejects.toMatchObject(told);
    await expect(one.targetsAt(owned.recallId, [[2, 3]])).rejects.toMatchObject(told);
    expect(await one.targetsAt(owned.recallId, [[0, 2]])).toEqual(['c-1', 'c-2']);
    await owned.close();
  });

  it('are an error where a page cannot be read, which can be mended', async () => {
    const pages = customers();
    const owned = await begin(store({ schema: newSchema() }), keeperOf(pages));
    const { third } = pages;
    delete pages['third'];
    await expect(all(owned.source.read())).rejects.toMatchObject({
      message: expect.stringContaining('the page at "third" could not be read: see the cause') as string,
      cause: new Error('no row third'),
    });
    pages['third'] = third!;
    expect((await all(owned.source.read())).flatMap((chunk) => chunk.targets.targets())).toEqual([
      'c-1',
      'c-2',
      'c-4',
      'c-5',
    ]);
    await owned.close();
  });

  it('are an error in a process that nobody has told who keeps them', async () => {
    const schema = newSchema();
    const owned = await begin(store({ schema }), keeperOf(customers()));
    await expect(store({ schema }).targetsAt(owned.recallId, [[0, 1]])).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('Pass them to the store by its option "pages"') as string,
    });
    const told = store({
      schema,
      pages: (name) => (name === 'customers' ? keeperOf(customers()) : undefined),
    });
    expect(await told.targetsAt(owned.recallId, [[3, 4]])).toEqual(['c-5']);
    await owned.close();
  });

  it.each([
    [
      'go in circles',
      { first: { targets: ['a'], next: 'b' }, b: { targets: ['b'], next: 'b' } },
      'the cursor "b" comes a second time',
    ],
    [
      'have a cursor that is too long',
      { first: { targets: [], next: 'x'.repeat(1001) } },
      'the first page is no page',
    ],
    ['are no pages', { first: { rows: ['a'] } as unknown as TargetPage }, 'the first page is no page'],
  ])('are refused where they %s', async (_what, pages: Pages, message) => {
    const one = store({ schema: newSchema() });
    await expect(one.admit({ pages: keeperOf(pages), name: 'customers' })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message) as string,
    });
  });

  it('hold up nobody who needs others, where one does not come', async () => {
    const schema = newSchema();
    const pages = customers();
    const keeper = keeperOf(pages);
    let hangs = false;
    let asked = 0;
    const worker = store({
      schema,
      pages: () => ({
        page(request) {
          asked += 1;
          return hangs ? new Promise(() => undefined) : keeper.page(request);
        },
      }),
    });
    const owned = await begin(store({ schema }), keeper);
    const other = await newRecall(store({ schema }), { list: ['t-1'], notifyId: 2 });
    expect(await worker.targetsAt(owned.recallId, [[2, 3]])).toEqual(['c-4']);
    hangs = true;
    asked = 0;
    const waiting = [1, 2, 3].map(() => worker.targetsAt(owned.recallId, [[0, 1]]));
    expect(await worker.targetsAt(other.recallId, [[0, 1]])).toEqual(['t-1']);
    expect(await worker.targetsAt(owned.recallId, [[3, 4]])).toEqual(['c-5']);
    // The three share one page, which is on its way
    await vi.waitFor(() => expect(asked).toBe(1));
    for (const one of waiting) one.catch(() => undefined);
  });

  it('are asked for by those who were given with them, also where others have the same name', async () => {
    const one = store({ schema: newSchema() });
    const owned = await begin(one, keeperOf({ first: { targets: ['x-1'] } }));
    const other = keeperOf({ first: { targets: ['y-1'] } });
    await (await one.admit({ pages: other, name: 'customers' })).discard();
    const [chunk] = await all(owned.source.read());
    expect(chunk?.targets.targets()).toEqual(['x-1']);
    expect(await one.targetsAt(owned.recallId, [[0, 1]])).toEqual(['x-1']);
    await owned.close();
  });

  it('are waited for half a minute when they are read again, and the keeper is told of the end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let signal: AbortSignal | undefined;
    const keeper: PagedTargets = {
      page(request) {
        signal = request.signal;
        return new Promise(() => undefined);
      },
    };
    const known = { cursor: 'second', read: 1, dropped: [], digest: Buffer.alloc(32) };
    const reading = readAgain({ keeper, name: 'customers' }, known);
    const refused = expect(reading).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(
        'pages:customers: the page at "second" did not come within 30 seconds',
      ) as string,
    });
    await vi.advanceTimersByTimeAsync(29_999);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await refused;
    expect(signal?.aborted).toBe(true);
  });

  it('need a name that can be told, and parameters that can be kept', async () => {
    const one = store({ schema: newSchema() });
    const pages = keeperOf(customers());
    await expect(one.admit({ pages, name: 'a\nb' })).rejects.toThrow('name: must be 1 to 100 letters');
    await expect(one.admit({ pages, name: 'customers', parameters: { id: 1n } })).rejects.toThrow(
      'parameters: must be JSON',
    );
  });
});
