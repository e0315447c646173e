import type { RecallReader } from '@unpush/recall/node';
import { SettingsError } from '../../errors/settings-error.ts';
import type { RecallCommands } from '../../ledger/recall-commands.ts';

/** What needs the targets cannot be done without them. */
export function refuseForgotten(
  { recallId, forgotten }: Pick<RecallReader, 'recallId' | 'forgotten'>,
  commands: RecallCommands,
): void {
  if (!forgotten) return;
  throw new SettingsError(
    `recall ${recallId} is forgotten: its targets were deleted; what is left is its record (${commands.show(recallId)}) and its evidence (${commands.evidence(recallId)})`,
  );
}
