import type { OwnedRecall, RecallStore, SettledSpans } from '@unpush/recall';
import { CONTRACT_FACTS } from '@unpush/recall/contract';

const AT = CONTRACT_FACTS.createdAt;

/** A recall of so many targets, begun. */
export async function begun(store: RecallStore, targets: number): Promise<OwnedRecall> {
  const admission = await store.admit({
    targets: Array.from({ length: targets }, (_, index) => `t-${index}`),
  });
  const { recallId, input } = admission;
  const owned = await admission.create({ facts: { ...CONTRACT_FACTS, recallId, input }, settings: {} });
  await owned.begin({ at: AT, retryUnknown: false });
  return owned;
}

/** Sends a batch of these targets, and settles them. */
export async function settle(owned: OwnedRecall, settled: readonly SettledSpans[], batch = 1): Promise<void> {
  const spans = settled
    .flatMap((group) => group.spans)
    .reduce<[number, number]>(
      ([start, end], [from, to]) => [Math.min(start, from), Math.max(end, to)],
      [Infinity, 0],
    );
  await owned.sending({ batch, spans: [spans], attempt: 1, repeats: false, at: AT });
  await owned.verdict({
    batch,
    attempt: 1,
    settled,
    rest: [],
    returned: false,
    mayHaveBeenReceived: false,
    keptBack: false,
    throttled: false,
    record: {
      type: 'verdict',
      batch,
      attempt: 1,
      sentAt: '2025-01-01T00:00:01.000Z',
      answeredAt: '2025-01-01T00:00:01.250Z',
      targets: [spans],
      advice: 'done',
      about: 'success',
    },
  });
}
