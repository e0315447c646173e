import { LedgerError } from '@unpush/recall';
import type { NewRecall, OwnedLedger, Reservation } from '@unpush/recall/node';
import { SettingsError } from '../errors/settings-error.ts';
import type { OpenedLedgers } from './open-ledgers.ts';

type Place = Pick<OpenedLedgers, 'ledgers' | 'directory'>;

/**
 * Makes a place for a recall before anything is read: whether it can be written down shows here. Throws
 * {@link SettingsError}.
 */
export function reserveRecall({ ledgers, directory }: Place): Reservation {
  return beforeSending(directory, () => {
    ledgers.sweep();
    return ledgers.reserve();
  });
}

/** Writes a confirmed recall down. Throws {@link SettingsError}, or `LedgerError` where another is in the way. */
export const createRecall = (
  { directory }: Pick<Place, 'directory'>,
  { reservation, recall }: { readonly reservation: Reservation; readonly recall: NewRecall },
): OwnedLedger => beforeSending(directory, () => reservation.create(recall));

function beforeSending<T>(directory: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const why = reasonOf(error);
    if (why === undefined) throw error;
    throw new SettingsError(
      `a recall is written down before it is sent, and the ledger's directory ${directory} cannot hold it (${why}): nothing was sent; make it fit for that, or give --ledger another directory`,
      { cause: error },
    );
  }
}

/** In few words; `undefined` for a bug, and for what says itself that nothing was sent. */
function reasonOf(error: unknown): string | undefined {
  if (LedgerError.isInstance(error)) {
    const { problem, message } = error;
    return problem === 'exists' ? undefined : (REASONS[problem] ?? message);
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const REASONS: Readonly<Partial<Record<LedgerError['problem'], string>>> = {
  'read-only': 'it cannot be written to',
  'no-room': 'its disk is full',
};
