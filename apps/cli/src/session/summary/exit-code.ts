import type { RecordedSummary } from '@unpush/recall';
import { EXIT, type ExitCode } from '../../exit-codes.ts';

/** What a recall ends the process with. */
export function exitCodeOf({ state, targets }: RecordedSummary): ExitCode {
  if (state !== 'finished') return EXIT.stopped;
  const imperfect = targets.rejected + targets.unknown + targets.malformed;
  return imperfect > 0 ? EXIT.incomplete : EXIT.ok;
}
