import type { Revoker } from '@unpush/core';
import { startRecall, targetsOf, type RecallSummary } from '@unpush/recall';

/** What is taken back, from whom, and by which vendor. */
export interface Incident<S> {
  readonly recallId: string;
  readonly selector: S;
  /** Of `createHuaweiClient` or `createMpaasClient`. */
  readonly revoker: Revoker<S>;
  /** From your database: an array, or anything that can be iterated. */
  readonly targets: Iterable<string> | AsyncIterable<string>;
}

/** What became of it. */
export interface Recalled {
  readonly summary: RecallSummary;
  /** The targets that were not accepted. */
  readonly left: readonly string[];
}

/** Takes the notification back from every target. The same for every vendor. */
export async function recallAll<S>({ targets, ...incident }: Incident<S>): Promise<Recalled> {
  const left: string[] = [];
  const recall = startRecall({
    ...incident,
    source: targetsOf(targets),
    sink: {
      settled: ({ outcome, placed }) => {
        if (outcome !== 'accepted') left.push(...placed.batch.targets());
      },
    },
  });
  return { summary: await recall.done, left };
}
