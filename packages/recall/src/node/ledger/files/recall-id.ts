import { randomBytes } from 'node:crypto';
import { LedgerError } from '../../../ledger/ledger-error.ts';

const RECALL_ID = /^r-[0-9a-z]{4,32}$/;

/** More than these are not listed in an error. */
const FEW = 8;

export const newRecallId = (): string => `r-${randomBytes(5).toString('hex')}`;

/** Whether a recall may be called this; what passes is safe as the name of a folder. */
export const isRecallId = (name: string): boolean => RECALL_ID.test(name);

/** Nobody knows a recall of that name. */
export function noSuchRecall(
  id: string,
  { folder, known }: { readonly folder: string; readonly known: readonly string[] },
): LedgerError {
  const others =
    known.length === 0
      ? 'there is no recall there yet.'
      : known.length <= FEW
        ? `there are ${known.join(', ')}.`
        : `there are ${known.length} others. List them with:\n  unpush recalls list`;
  return new LedgerError(`no recall ${JSON.stringify(id)} in ${folder}: ${others}`, {
    problem: 'not-found',
    folder,
  });
}
