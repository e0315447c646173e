import { randomUUID } from 'node:crypto';
import type { Admission, OwnedRecall } from '../../store/recall-store.ts';
import type { Database } from '../connection/database.ts';
import type { HeldPlace } from '../targets/hold-place.ts';
import type { Opened } from '../targets/open-intake.ts';
import { createRecall } from './create-recall.ts';
import type { Taken } from './take-recall.ts';

/** A recall that was taken, and when, by the monotonic clock. */
export interface Begun {
  readonly recallId: string;
  readonly owner: string;
  readonly at: number;
  readonly taken: Taken;
}

/** Targets that were read to their end, and where they are held. */
export interface AdmissionParts extends Opened {
  readonly place: HeldPlace;
  readonly leaseMs: number;
  readonly own: (begun: Begun) => Promise<OwnedRecall>;
  /** It is created or discarded. */
  readonly onEnd: (admission: Admission) => void;
}

export function admissionOf(database: Database, parts: AdmissionParts): Admission {
  const { intake, pages, place, leaseMs, own, onEnd } = parts;
  const { recallId } = place;
  let open = true;
  const end = (): void => {
    open = false;
    place.alive.stop();
    onEnd(admission);
  };
  const discard = async (): Promise<void> => {
    if (!open) return;
    end();
    await place.remove();
  };
  const admission: Admission = {
    recallId,
    input: intake.facts(),
    firstMalformed: intake.firstMalformed(),
    async create(recall) {
      if (!open) throw new Error(`recall ${recallId} was created or discarded before`);
      if (recall.facts.recallId !== recallId) {
        throw new Error(`${recall.facts.recallId} was not admitted, ${recallId} was`);
      }
      const owner = randomUUID();
      const at = performance.now();
      const creating = { recallId, owner, leaseMs, recall, ...(pages && { pages }) };
      const taken = await createRecall(database, creating);
      end();
      return own({ recallId, owner, at, taken });
    },
    discard,
    [Symbol.asyncDispose]: discard,
  };
  return admission;
}
