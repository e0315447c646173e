import type { SettledSpans, Spans } from '@unpush/recall';
import { CONTRACT_FACTS } from '@unpush/recall/contract';
import { expect, it } from 'vitest';
import { openRecallStore } from '../support/recall-store/open-recall-store.ts';
import { begun, settle } from './support/begun.ts';
import { gathered } from './support/gathered.ts';
import { inObject } from './support/in-object.ts';

const AT = CONTRACT_FACTS.createdAt;

/** Every other position, from one on. */
const scattered = (first: number, count: number): Spans =>
  Array.from({ length: count }, (_, index) => [first + 2 * index, first + 2 * index + 1]);

/** Targets of which every other one is unknown, and those between them are accepted. */
const halfUnknown = (first: number, unknown: number): readonly SettledSpans[] => [
  { outcome: 'unknown', spans: scattered(first, unknown), code: 'timeout' },
  { outcome: 'accepted', spans: scattered(first + 1, unknown) },
];

it('opens as many scattered unknown targets again as an object can hold, the oldest batches whole and first', () =>
  inObject(async (storage) => {
    const store = openRecallStore(storage);
    const owned = await begun(store, 3);
    const { recallId } = owned;
    await settle(owned, halfUnknown(0, 20_000), 1);
    await settle(owned, halfUnknown(40_000, 6000), 2);
    await settle(owned, halfUnknown(60_000, 10), 3);
    await owned.close();

    await using again = await store.open(recallId);
    const { open, settled, codes } = await again.begin({ at: AT, retryUnknown: true });
    expect(open.map(({ spans }) => spans.length)).toEqual([20_000, 6000]);
    expect([settled.unknown, codes]).toEqual([10, { timeout: 10 }]);
    await using record = await store.read(recallId);
    const [last, before] = (await gathered(record.evidence()))
      .map((line) => JSON.parse(line) as { readonly type: string; readonly targets?: Spans })
      .toReversed();
    expect([before?.type, last?.type, last?.targets]).toEqual([
      'session',
      'reopened',
      scattered(40_000, 6000),
    ]);

    const later = await again.begin({ at: AT, retryUnknown: true });
    expect([later.settled.unknown, later.codes]).toEqual([0, {}]);
    expect(later.open.map(({ spans }) => spans.length)).toEqual([20_000, 6000, 10]);
  }));
