import type { RecordedSummary } from '@unpush/recall';
import { SettingsError } from '../../../errors/settings-error.ts';
import type { RecallCommands } from '../../../ledger/recall-commands.ts';
import { formatPlural } from '../../../terminal/numbers.ts';

/** Throws {@link SettingsError} where nothing is left to go on with, or somebody is at it. */
export function refuseToResume(
  { recallId, state, targets }: RecordedSummary,
  { retryUnknown, commands }: { readonly retryUnknown: boolean; readonly commands: RecallCommands },
): void {
  if (state === 'running') {
    throw new SettingsError(
      `recall ${recallId} is under way in another process: wait for its end, or stop it there with Ctrl-C; look at it with: ${commands.show(recallId)}`,
    );
  }
  if (state !== 'finished') return;
  const { unknown } = targets;
  if (unknown === 0) {
    throw new SettingsError(
      `recall ${recallId} is finished, and no target is left: there is nothing to go on with`,
    );
  }
  if (retryUnknown) return;
  throw new SettingsError(
    `recall ${recallId} is finished; ${formatPlural(unknown, 'target')} ended as unknown: to try those again: ${commands.retryUnknown(recallId)}`,
  );
}
