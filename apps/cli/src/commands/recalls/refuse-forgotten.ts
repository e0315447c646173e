import type { RecallReader } from '@unpush/recall/node';
import { SettingsError } from '../../errors/settings-error.ts';

/** What needs the targets cannot be done without them. */
export function refuseForgotten({ recallId, forgotten }: Pick<RecallReader, 'recallId' | 'forgotten'>): void {
  if (!forgotten) return;
  throw new SettingsError(
    `recall ${recallId} is forgotten: its targets were deleted; what is left is its record (unpush recalls show ${recallId}) and its evidence (unpush recalls evidence ${recallId})`,
  );
}
