import { CONTRACT_FACTS } from '../../../src/contract/index.ts';
import type { Admission, OwnedRecall, RecallStore } from '../../../src/store/recall-store.ts';
import type { RecallFacts } from '../../../src/summary/facts.ts';

/** So many targets: target-000000, target-000001 and so on. */
export const targets = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `target-${String(index).padStart(6, '0')}`);

/** The facts of an admission, of the same notification each time unless said otherwise. */
export const factsOf = ({ recallId, input }: Admission, notifyId = 3_114_932): RecallFacts => ({
  ...CONTRACT_FACTS,
  recallId,
  input,
  selector: { notifyId, pushType: 'notification' },
});

/** A new recall of some targets, owned. */
export async function newRecall(
  store: RecallStore,
  { list = targets(100), notifyId = 3_114_932 }: { list?: readonly string[]; notifyId?: number } = {},
): Promise<OwnedRecall> {
  const admission = await store.admit({ targets: list });
  return admission.create({ facts: factsOf(admission, notifyId), settings: { app: 'default' } });
}

/** All that comes. */
export async function all<T>(coming: AsyncIterable<T>): Promise<readonly T[]> {
  const come: T[] = [];
  for await (const one of coming) come.push(one);
  return come;
}
