import { readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CONTRACT_FACTS } from '../../../src/contract/index.ts';
import type { OwnedRecall, PageRequest, RecallStore, TargetInput, TargetPage } from '../../../src/index.ts';
import { directoryStore, openLedgers } from '../../../src/node/index.ts';
import { readAll } from '../intake/support/read-input.ts';
import { temporaryDirectory } from '../ledger/support/ledgers.ts';

/** A store on a directory, of its own unless one is named. */
function storeIn(directory: string = temporaryDirectory()): RecallStore {
  const store = directoryStore({ directory });
  onTestFinished(() => store.close());
  return store;
}

const begin = async (store: RecallStore, input: TargetInput): Promise<OwnedRecall> => {
  const admission = await store.admit(input);
  const facts = { ...CONTRACT_FACTS, recallId: admission.recallId, input: admission.input };
  return admission.create({ facts, settings: { app: 'shop' } });
};

describe('files', () => {
  it('are read where they lie, and nothing of them is kept', async () => {
    const directory = temporaryDirectory();
    const path = join(temporaryDirectory(), 'tokens.txt');
    await writeFile(path, 'IQAAAACy01\nIQAAAACy02\nIQAAAACy01\n');
    const owned = await begin(storeIn(directory), { files: [{ path }] });
    expect(owned.facts.input).toMatchObject({
      files: [{ path, format: 'txt', read: 3 }],
      totals: { read: 3, malformed: 0, duplicate: 1 },
    });
    expect(readdirSync(join(directory, owned.recallId, 'spool'))).toEqual([]);
  });

  it('that have changed keep a recall from going on, and nobody owns it then', async () => {
    const directory = temporaryDirectory();
    const path = join(temporaryDirectory(), 'tokens.txt');
    await writeFile(path, 'IQAAAACy01\nIQAAAACy02\n');
    const store = storeIn(directory);
    const owned = await begin(store, { files: [{ path }] });
    await owned.close();
    await writeFile(path, 'IQAAAACy02\nIQAAAACy01\n');
    await expect(store.open(owned.recallId)).rejects.toThrow(
      /tokens\.txt: its content is not what it was when the recall began .* Put the old file back/,
    );
    await writeFile(path, 'IQAAAACy01\nIQAAAACy02\n');
    const again = await store.open(owned.recallId);
    expect((await readAll(again.source)).targets).toEqual(['IQAAAACy01', 'IQAAAACy02']);
  });
});

describe('targets that lie in no file', () => {
  it('are kept in a file that only its owner can read, and are told of by their position', async () => {
    const directory = temporaryDirectory();
    const owned = await begin(storeIn(directory), { targets: new Set(['IQAAAACy01', 'IQAAAACy02']) });
    expect((await readAll(owned.source)).lines).toEqual([1, 2]);
    const spool = join(directory, owned.recallId, 'spool');
    const [name = ''] = readdirSync(spool);
    expect((statSync(join(spool, name)).mode & 0o777).toString(8)).toBe('600');
    expect(owned.facts.input.files).toMatchObject([
      // SHA-256 of 'IQAAAACy01\nIQAAAACy02\n': the same as of a file with these lines
      {
        path: 'targets',
        format: 'txt',
        read: 2,
        digest: '8da36ccc08287158809269bba8748ad91037439c435a1cb8adbc065c38022fa2',
      },
    ]);
  });

  it('come back as they were, whatever stands in them', async () => {
    const targets = [
      '"',
      '\\',
      "'",
      '设备-é-😀',
      ' IQ==\t',
      '[1]',
      '{"token":"x"}',
      '',
      'a b',
      'a\nb',
      '\ud800',
    ];
    // A caller without types
    const others = [
      undefined,
      null,
      7,
      true,
      { token: 'IQAAAACy01' },
      ['IQAAAACy02'],
    ] as unknown[] as string[];
    const store = storeIn();
    const owned = await begin(store, { targets: [...targets, ...others] });
    await owned.close();
    const { source } = await store.open(owned.recallId);
    const { targets: read, malformed } = await readAll(source);
    expect(read).toEqual(['"', '\\', "'", '设备-é-😀', 'IQ==', '[1]', '{"token":"x"}']);
    expect(malformed.map(([line, reason]) => [line, reason])).toEqual([
      [8, 'empty'],
      [9, 'inner whitespace'],
      [10, 'inner whitespace'],
      [11, 'invalid UTF-8'],
      ...[12, 13, 14, 15, 16, 17].map((line) => [line, 'not a string']),
    ]);
  });

  it('keep their order where one that looks like no token comes late', async () => {
    const directory = temporaryDirectory();
    const targets = Array.from({ length: 10_000 }, (_, index) => (index === 9000 ? '"9000' : `t-${index}`));
    const owned = await begin(storeIn(directory), { targets });
    const { targets: read, lines } = await readAll(owned.source);
    expect(read).toEqual(targets);
    expect([lines[0], lines[9000], lines[9999]]).toEqual([1, 9001, 10_000]);
    expect(owned.facts.input.files).toMatchObject([{ format: 'ndjson', read: 10_000 }]);
    expect(readdirSync(join(directory, owned.recallId, 'spool'))).toHaveLength(1);
  });

  it('are not waited for any longer than asked, even if they never come', async () => {
    const directory = temporaryDirectory();
    const store = storeIn(directory);
    const controller = new AbortController();
    async function* never(): AsyncGenerator<string> {
      yield 'IQAAAACy01';
      controller.abort(new Error('enough'));
      await new Promise(() => undefined);
    }
    await expect(store.admit({ targets: never() }, { signal: controller.signal })).rejects.toThrow('enough');
    const stalled = new AbortController();
    async function* upload(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('IQAAAACy01\n');
      stalled.abort(new Error('the upload was given up'));
      await new Promise(() => undefined);
    }
    await expect(store.admit({ stream: upload() }, { signal: stalled.signal })).rejects.toThrow('given up');
    expect(readdirSync(directory)).toEqual(['lock.sqlite']);
  });

  it('that cannot be read to their end leave nothing behind', async () => {
    const directory = temporaryDirectory();
    const store = storeIn(directory);
    async function* failing(): AsyncGenerator<string> {
      yield 'IQAAAACy01';
      await Promise.reject(new Error('the connection was closed'));
    }
    await expect(store.admit({ targets: failing() })).rejects.toThrow(
      'targets: reading the targets failed (Error: the connection was closed). Nothing was sent.',
    );
    await expect(store.admit({ targets: 'IQAAAACy01' })).rejects.toThrow('The targets are one string');
    expect(readdirSync(directory)).toEqual(['lock.sqlite']);
  });

  it('are read in the format that is said of a stream, whose bytes are kept as they come', async () => {
    const stream = Readable.from([Buffer.from('{"to":"IQAAAA'), Buffer.from('Cy01"}\n')]);
    const owned = await begin(storeIn(), { stream, format: 'ndjson', field: 'to' });
    expect((await readAll(owned.source)).targets).toEqual(['IQAAAACy01']);
    expect(owned.facts.input.files).toMatchObject([{ path: 'stream', format: 'ndjson', field: 'to' }]);
  });

  it.each([
    [
      'lead to themselves',
      () => Promise.resolve({ targets: ['IQAAAACy01'], next: 'again' }),
      'pages:customers: the cursor "again" comes a second time, so the pages would never end.',
    ],
    [
      'go in circles',
      ({ cursor }: PageRequest) => Promise.resolve({ targets: ['t'], next: cursor === 'a' ? 'b' : 'a' }),
      'pages:customers: the cursor "a" comes a second time, so the pages would never end.',
    ],
    [
      'have a cursor that is too long',
      () => Promise.resolve({ targets: [], next: 'x'.repeat(1001) }),
      'pages:customers: the first page is no page: { targets, next? } is needed',
    ],
    [
      'have no targets',
      () => Promise.resolve({ rows: ['t'] } as unknown as TargetPage),
      'pages:customers: the first page is no page: { targets, next? } is needed',
    ],
    [
      'throw at once',
      () => {
        throw new Error('no connection');
      },
      'pages:customers: the first page could not be read: see the cause.',
    ],
  ])('are asked for page by page, and pages that %s are refused', async (_what, page, message) => {
    const admitted = storeIn().admit({ pages: { page }, name: 'customers' });
    await expect(admitted).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message) as string,
      file: 'pages:customers',
    });
  });
});

describe('a store that is closed', () => {
  it('lets go of what it owns and removes what was only admitted', async () => {
    const directory = temporaryDirectory();
    const store = storeIn(directory);
    const owned = await begin(store, { targets: ['IQAAAACy01'] });
    await store.admit({ targets: ['IQAAAACy02'] });
    await store.close();
    const other = storeIn(directory);
    expect(readdirSync(directory)).toEqual(['lock.sqlite', owned.recallId]);
    await expect(other.open(owned.recallId)).resolves.toBeDefined();
    await expect(store.admit({ targets: ['IQAAAACy02'] })).rejects.toThrow('the store of recalls was closed');
  });
});

describe('a recall that the command line has made', () => {
  it('is listed with its settings, wanted by nobody here, and not taken', async () => {
    const directory = temporaryDirectory();
    const reservation = openLedgers({ directory }).reserve();
    const { recallId } = reservation;
    const settings = { format: 1, settings: { clientId: '104856789' }, files: [] };
    reservation.create({ facts: { ...CONTRACT_FACTS, recallId }, settings, again: false }).close();
    const store = storeIn(directory);
    expect(await store.list()).toMatchObject([{ recallId, settings, wanted: 'stop' }]);
    const refusal = `recall ${recallId} was made by the command line or another program, which alone knows how to go on with it. Nothing was changed. If it was begun by unpush revoke, go on with it by:\n  unpush recalls resume ${recallId}`;
    await expect(store.open(recallId)).rejects.toThrow(refusal);
    await expect(store.want(recallId, 'run')).rejects.toThrow(refusal);
    await using record = await store.read(recallId);
    await expect(record.source()).rejects.toThrow(refusal);
  });
});

describe('what a program is told of another recall', () => {
  const targets = ['IQAAAACy01'];

  it('is what the program can do about it, where a program has made that one', async () => {
    const directory = temporaryDirectory();
    const store = storeIn(directory);
    const owned = await begin(store, { targets });
    const { recallId } = owned;
    const of = `recall ${recallId} of the same notification (app 104856789, notifyId 3114932, pushType notification)`;
    await expect(begin(store, { targets })).rejects.toThrow(
      `${of} is under way. Nothing was sent. Wait for its end, or begin another one beside it by again: true.`,
    );
    const told = `recall ${recallId} is under way in another process. Wait for its end, or stop it in that process.`;
    await expect(storeIn(directory).open(recallId)).rejects.toMatchObject({ message: told, recallId });
    await expect(storeIn(directory).forget(recallId)).rejects.toMatchObject({ message: told, recallId });
    await owned.close();
    await expect(begin(store, { targets })).rejects.toThrow(
      `${of} is not finished (interrupted). Nothing was sent. Open it to go on with it, or begin another one beside it by again: true.`,
    );
  });

  it('is that the command line goes on with it, where that has made it', async () => {
    const directory = temporaryDirectory();
    const reservation = openLedgers({ directory }).reserve();
    const { recallId } = reservation;
    const settings = { format: 1, settings: {}, files: [] };
    reservation.create({ facts: { ...CONTRACT_FACTS, recallId }, settings, again: false }).close();
    await expect(begin(storeIn(directory), { targets })).rejects.toThrow(
      `Begin another one beside it by again: true, or go on with it on the command line:\n  unpush recalls resume ${recallId}`,
    );
  });
});
