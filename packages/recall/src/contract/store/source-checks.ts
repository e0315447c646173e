import type { TargetInput } from '../../store/target-input.ts';
import { mustEqual, type ContractCheck } from '../contract-check.ts';
import { PAGES, PAGES_NAME, withStores } from './play.ts';
import { begin, numbered, readThrough, type Reading } from './steps.ts';
import type { StoreSubject } from './subject.ts';

interface Kind {
  readonly what: string;
  /** Made anew for each check, for a stream can be read only once. */
  readonly input: () => TargetInput;
  readonly reading: Reading;
}

const KINDS: readonly Kind[] = [
  {
    what: 'an array',
    input: () => ({ targets: ['a', ' b ', 'a', '', 'c d', '"', '\\', '😀'] }),
    reading: { targets: ['a', 'b', '"', '\\', '😀'], malformed: ['empty', 'inner whitespace'], duplicate: 1 },
  },
  {
    what: 'many thousands',
    input: () => ({ targets: numbered(12_345) }),
    reading: { targets: numbered(12_345), malformed: [], duplicate: 0 },
  },
  {
    what: 'a stream',
    input: () => ({ stream: new Blob(['t-1\nt-2\nt-1\n\u0000\nt-3']).stream() }),
    reading: { targets: ['t-1', 't-2', 't-3'], malformed: ['control character'], duplicate: 1 },
  },
  {
    what: 'pages',
    input: () => ({ pages: PAGES, name: PAGES_NAME, parameters: { campaign: 7 } }),
    reading: {
      targets: ['p-1', 'p-2', 'p-3', 'p-5', 'p-6', 'p-7'],
      malformed: ['inner whitespace'],
      duplicate: 1,
    },
  },
];

/** The targets of a recall are the same, at the same positions, each time they are read. */
export const sourceChecks: readonly ContractCheck<StoreSubject>[] = KINDS.map(({ what, input, reading }) => ({
  holds: `reads the targets of ${what} again and again, and in another process too`,
  check: withStores(async (open) => {
    const first = await open();
    const { recallId, source } = await begin(first, input());
    mustEqual(source.totals, totalsOf(reading));
    mustEqual(await readThrough(source), reading);
    mustEqual(await readThrough(source), reading);
    await first.close();
    const second = await open();
    const owned = await second.open(recallId);
    mustEqual(owned.source.totals, totalsOf(reading));
    mustEqual(await readThrough(owned.source), reading);
    const record = await second.read(recallId);
    mustEqual(await readThrough(await record.source()), reading);
    await record.close();
  }),
}));

const totalsOf = ({ targets, malformed, duplicate }: Reading) => ({
  read: targets.length + malformed.length + duplicate,
  malformed: malformed.length,
  duplicate,
});
