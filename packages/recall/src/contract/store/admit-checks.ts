import { mustEqual, mustRefuse, type ContractCheck } from '../contract-check.ts';
import { PAGES, PAGES_NAME, withStores } from './play.ts';
import { begin, mustFail, numbered, readThrough } from './steps.ts';
import { STREAM_FORMATS, type StoreSubject } from './subject.ts';

export const admitChecks: readonly ContractCheck<StoreSubject>[] = [
  {
    holds: 'counts targets, duplicates and malformed pieces of an array, and shows the first ten of those',
    check: withStores(async (open) => {
      const store = await open();
      const blanks = Array.from({ length: 11 }, (_, index) => `m ${index}`);
      const admission = await store.admit({ targets: ['a', ' b ', 'a', '', ...blanks, 'c'] });
      mustEqual(admission.input.totals, { read: 16, malformed: 12, duplicate: 1 });
      mustEqual(admission.input.dedupe, true);
      mustEqual(
        admission.firstMalformed.map(({ reason, text }) => [reason, text]),
        [['empty', ''], ...blanks.slice(0, 9).map((text) => ['inner whitespace', text])],
      );
    }),
  },
  {
    holds: 'keeps duplicates where it is told to',
    check: withStores(async (open) => {
      const store = await open();
      const admission = await store.admit({ targets: ['a', 'b', 'a'] }, { dedupe: false });
      mustEqual(admission.input.totals, { read: 3, malformed: 0, duplicate: 0 });
      mustEqual(admission.input.dedupe, false);
    }),
  },
  {
    holds: 'reads what can be read only once, and finds duplicates that lie far apart',
    check: withStores(async (open) => {
      const store = await open();
      const admission = await store.admit({ targets: onlyOnce() });
      mustEqual(admission.input.totals, { read: 20_000, malformed: 0, duplicate: 10_000 });
    }),
  },
  {
    holds: 'reads a stream of lines, however its bytes are cut',
    check: withStores(async (open) => {
      const store = await open();
      const stream = inPieces('\uFEFFt-1\r\n\r\n  t-2\n设备\nt 3\nt-1', 3);
      const { source, facts } = await begin(store, { stream });
      mustEqual(facts.input.totals, { read: 5, malformed: 1, duplicate: 1 });
      mustEqual(await readThrough(source), {
        targets: ['t-1', 't-2', '设备'],
        malformed: ['inner whitespace'],
        duplicate: 1,
      });
    }),
  },
  {
    holds: 'reads a column of CSV from a stream, or refuses CSV',
    check: withStores(async (open, { formats = STREAM_FORMATS }: StoreSubject) => {
      const store = await open();
      const stream = inPieces('id,"push token"\n1,t-1\n2,"t-2"\n', 5);
      const input = { stream, format: 'csv', column: 'push token' };
      if (!formats.includes('csv')) return mustRefuse('CSV', store.admit(input));
      const { source } = await begin(store, input);
      mustEqual((await readThrough(source)).targets, ['t-1', 't-2']);
    }),
  },
  {
    holds: 'reads a field of NDJSON from a stream, or refuses NDJSON',
    check: withStores(async (open, { formats = STREAM_FORMATS }: StoreSubject) => {
      const store = await open();
      const stream = inPieces('{"to":{"token":"t-1"}}\n{"to":{"token":"t-3"}}\n', 7);
      const input = { stream, format: 'ndjson', field: 'to.token' };
      if (!formats.includes('ndjson')) return mustRefuse('NDJSON', store.admit(input));
      const { source } = await begin(store, input);
      mustEqual((await readThrough(source)).targets, ['t-1', 't-3']);
    }),
  },
  {
    holds: 'finds by itself that a stream is compressed',
    check: withStores(async (open) => {
      const store = await open();
      const stream = new Blob(['t-1\nt-2\n']).stream().pipeThrough(new CompressionStream('gzip'));
      const { source } = await begin(store, { stream });
      mustEqual((await readThrough(source)).targets, ['t-1', 't-2']);
    }),
  },
  {
    holds: 'asks for pages with what it is told to ask, up to the last one',
    check: withStores(async (open) => {
      const store = await open();
      const input = { pages: PAGES, name: PAGES_NAME, parameters: { campaign: 7 } };
      const admission = await store.admit(input);
      mustEqual(admission.input.totals, { read: 8, malformed: 1, duplicate: 1 });
    }),
  },
  {
    holds: 'takes an input without a target',
    check: withStores(async (open) => {
      const store = await open();
      const { source, facts } = await begin(store, { targets: [] });
      mustEqual(facts.input.totals, { read: 0, malformed: 0, duplicate: 0 });
      mustEqual((await readThrough(source)).targets, []);
    }),
  },
  {
    holds: 'refuses targets that are one string',
    check: withStores(async (open) => {
      const store = await open();
      await mustRefuse('one string', store.admit({ targets: 't-1' }));
    }),
  },
  {
    holds: 'ends reading when it is told to, and makes no recall of what was read',
    check: withStores(async (open) => {
      const store = await open();
      const signal = AbortSignal.abort(new Error('not now'));
      await mustRefuse('a reading that is not wanted', store.admit({ targets: ['a'] }, { signal }));
      const controller = new AbortController();
      const endless = withoutEnd((read) => {
        if (read === 20_000) controller.abort(new Error('enough'));
      });
      await mustRefuse(
        'a reading that has no end',
        store.admit({ targets: endless }, { signal: controller.signal }),
      );
      mustEqual(await store.list(), []);
    }),
  },
  {
    holds: 'leaves nothing of what is discarded, or not made before the store is closed',
    check: withStores(async (open) => {
      const store = await open();
      const discarded = await store.admit({ targets: numbered(10) });
      await discarded.discard();
      await discarded.discard();
      const left = await store.admit({ targets: numbered(10) });
      await store.close();
      const other = await open();
      mustEqual(await other.list(), []);
      for (const { recallId } of [discarded, left]) {
        await mustFail(other.read(recallId), 'not-found');
        await mustFail(other.open(recallId), 'not-found');
      }
    }),
  },
];

function* onlyOnce(): Generator<string> {
  for (const round of [1, 2]) {
    for (let index = 0; index < 10_000; index += 1) yield `t-${round === 1 ? index : 9999 - index}`;
  }
}

async function* withoutEnd(onRead: (read: number) => void): AsyncGenerator<string> {
  for (let read = 1; ; read += 1) {
    // As a cursor of a database: others get their turn
    if (read % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    onRead(read);
    yield `t-${read}`;
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream is asynchronous
async function* inPieces(text: string, length: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += length) yield bytes.slice(start, start + length);
}
