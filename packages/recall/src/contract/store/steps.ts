import { LedgerError, type LedgerProblem } from '../../ledger/ledger-error.ts';
import type { MalformedReason, TargetSource } from '../../intake/target-source.ts';
import type { Admission, OwnedRecall, RecallStore, RecallToCreate } from '../../store/recall-store.ts';
import type { TargetInput } from '../../store/target-input.ts';
import type { RecallFacts } from '../../summary/facts.ts';
import { mustEqual } from '../contract-check.ts';
import { CONTRACT_FACTS } from '../ledger/subject.ts';

/** What a program keeps with its recalls. */
export const SETTINGS = { app: 'shop', why: 'falscher Text · 错了', nested: { list: [1, null, false] } };

/** What is said of a recall that is made; a recall of the same notification each time, unless said otherwise. */
export interface Making extends Partial<Omit<RecallToCreate, 'facts'>> {
  readonly facts?: Partial<RecallFacts>;
}

/** Makes the recall that was admitted. */
export const create = (admission: Admission, { facts, ...more }: Making = {}): Promise<OwnedRecall> => {
  const { recallId, input } = admission;
  return admission.create({
    facts: { ...CONTRACT_FACTS, recallId, input, ...facts },
    settings: SETTINGS,
    ...more,
  });
};

/** Admits targets and makes their recall. */
export const begin = async (store: RecallStore, input: TargetInput, making?: Making): Promise<OwnedRecall> =>
  create(await store.admit(input), making);

/** A recall of three targets that nobody owns. Resolves with its id. */
export async function makeOne(store: RecallStore, making?: Making): Promise<string> {
  const owned = await begin(store, { targets: ['t-1', 't-2', 't-3'] }, making);
  await owned.close();
  return owned.recallId;
}

/** So many targets, all different: `t-0`, `t-1` and so on. */
export const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `t-${index}`);

/** What a whole reading gives. */
export interface Reading {
  readonly targets: readonly string[];
  readonly malformed: readonly MalformedReason[];
  readonly duplicate: number;
}

export async function readThrough(source: TargetSource): Promise<Reading> {
  const targets: string[] = [];
  const malformed: MalformedReason[] = [];
  let duplicate = 0;
  for await (const chunk of source.read()) {
    for (const target of chunk.targets.targets()) targets.push(target);
    for (const { reason } of chunk.malformed) malformed.push(reason);
    duplicate += chunk.duplicate;
  }
  return { targets, malformed, duplicate };
}

export async function gathered<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

/** Throws unless it rejects with a `LedgerError` of this problem, about this recall if one is named. */
export async function mustFail(
  attempt: Promise<unknown>,
  problem: LedgerProblem,
  recallId?: string,
): Promise<void> {
  const error: unknown = await attempt.then(
    () => 'resolved',
    (reason: unknown) => reason,
  );
  const found = LedgerError.isInstance(error) ? error.problem : String(error);
  mustEqual(found, problem);
  if (recallId !== undefined && LedgerError.isInstance(error)) mustEqual(error.recallId, recallId);
}
