import type { Admission, OwnedRecall, RecallToCreate } from '@unpush/recall';
import { promised } from '@unpush/recall/store-kit';
import type { SettledList } from '../uploads.ts';

/** Targets that were read to their end. */
export interface AdmissionParts {
  readonly recallId: string;
  readonly settled: SettledList;
  readonly create: (recall: RecallToCreate) => OwnedRecall;
  readonly discard: () => void;
  /** It is created or discarded. */
  readonly onEnd: (admission: Admission) => void;
}

export function admissionOf({ recallId, settled, create, discard, onEnd }: AdmissionParts): Admission {
  let open = true;
  const end = (): void => {
    open = false;
    onEnd(admission);
  };
  const drop = (): Promise<void> =>
    promised(() => {
      if (!open) return;
      end();
      discard();
    });
  const admission: Admission = {
    recallId,
    input: settled.facts,
    firstMalformed: settled.firstMalformed,
    create: (recall) =>
      promised(() => {
        if (!open) throw new Error(`recall ${recallId} was created or discarded before`);
        if (recall.facts.recallId !== recallId) {
          throw new Error(`${recall.facts.recallId} was not admitted, ${recallId} was`);
        }
        const owned = create(recall);
        end();
        return owned;
      }),
    discard: drop,
    [Symbol.asyncDispose]: drop,
  };
  return admission;
}
