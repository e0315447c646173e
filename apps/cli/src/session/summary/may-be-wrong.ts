import type { RecordedSummary, StoppedBy } from '@unpush/recall';
import type { VendorWords } from '../../vendors/words/recall-words.ts';

/** Whether what was confirmed may be wrong itself: resuming would only try the same again. */
export function mayBeWrong({ stoppedBy, targets }: Pick<RecordedSummary, 'stoppedBy' | 'targets'>): boolean {
  switch (stoppedBy?.cause) {
    case 'nothing-accepted':
    case 'not-the-vendor':
      return true;
    case 'refused':
    case 'unreachable':
      return targets.accepted === 0;
    default:
      return false;
  }
}

/** What the vendor said: its code, or the status where that is all there is. */
export const codeOfStop = ({ code, httpStatus }: Pick<StoppedBy, 'code' | 'httpStatus'>): string =>
  code ?? String(httpStatus);

/** Whether the vendor said that it is the app: then a new recall is the likelier way than going on. */
export const isWrongApp = (
  summary: Pick<RecordedSummary, 'stoppedBy' | 'targets'>,
  { wrongApp = [] }: Pick<VendorWords, 'wrongApp'>,
): boolean =>
  summary.stoppedBy !== undefined &&
  mayBeWrong(summary) &&
  wrongApp.includes(codeOfStop(summary.stoppedBy).replace(/^HTTP /, ''));
