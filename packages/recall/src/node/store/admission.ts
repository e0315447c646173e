import type { Admission, OwnedRecall } from '../../store/recall-store.ts';
import type { OwnedLedger } from '../ledger/recall-record.ts';
import type { Reservation } from '../ledger/store/reserve.ts';
import { toSettings } from './kept-recall.ts';
import { promised } from '../../store/promised.ts';
import type { KeptTargets } from './targets/keep-targets.ts';

/** A place that was reserved, and the targets that were read for it. */
export interface AdmissionParts {
  readonly reservation: Reservation;
  readonly targets: KeptTargets;
  /** Takes up the recall that was made. */
  readonly own: (ledger: OwnedLedger) => OwnedRecall;
  /** Removes the place, unless the recall is made. May be called twice. */
  readonly discard: () => void;
}

/** Targets that wait in a place of their own for the recall to be made. */
export function admission({ reservation, targets, own, discard }: AdmissionParts): Admission {
  const { recallId } = reservation;
  const { input, files } = targets;
  return {
    recallId,
    input: input.facts,
    firstMalformed: input.firstMalformed,
    create: ({ facts, settings, wanted = 'run', again = false }) =>
      promised(() =>
        own(reservation.create({ facts, settings: toSettings({ settings, wanted, files }), again })),
      ),
    discard: () => promised(discard),
    [Symbol.asyncDispose]: () => promised(discard),
  };
}
