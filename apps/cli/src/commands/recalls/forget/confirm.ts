import { isCancel, text } from '@clack/prompts';
import type { RecordedSummary } from '@unpush/recall';
import { SettingsError } from '../../../errors/settings-error.ts';
import { formatPlural } from '../../../terminal/numbers.ts';
import { isScreen, type Terminal } from '../../../terminal/terminal.ts';

/**
 * Makes sure that targets whose recall could still go on are meant to be forgotten. Throws {@link SettingsError} for
 * another id, and where nobody can be asked for it.
 */
export async function confirmForget(
  { recallId, state, targets }: RecordedSummary,
  { confirm, terminal }: { readonly confirm: string | undefined; readonly terminal: Terminal },
): Promise<void> {
  const left = targets.unknown + (state === 'finished' ? 0 : targets.notAttempted);
  if ((state === 'finished' && left === 0) || confirm === recallId) return;
  const stands =
    state === 'finished'
      ? `${formatPlural(left, 'target')} of recall ${recallId} ended as unknown`
      : `recall ${recallId} is not finished (${state}; ${formatPlural(left, 'target')} left)`;
  if (confirm !== undefined) {
    throw new SettingsError(
      `--confirm is ${JSON.stringify(confirm)}, but the recall is ${recallId}: nothing was deleted; ${stands}`,
    );
  }
  if (!isScreen(terminal)) {
    throw new SettingsError(
      `${stands}, and cannot be gone on with once it is forgotten: nothing was deleted; give --confirm ${recallId} if that is meant`,
    );
  }
  const typed = await text({
    message: `${stands}. Type the id to forget it all the same`,
    // Only the screen is ever handed in here, and the screen is what clack wants
    input: terminal.stdin,
    output: terminal.stderr,
  });
  if (isCancel(typed)) throw new SettingsError('not confirmed: nothing was deleted');
  if (typed.trim() === recallId) return;
  throw new SettingsError(`${JSON.stringify(typed.trim())} is not the id ${recallId}: nothing was deleted`);
}
