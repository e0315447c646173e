import { isCancel, text } from '@clack/prompts';
import { SettingsError } from '../../errors/settings-error.ts';
import { formatPlural } from '../../terminal/numbers.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** What has to be confirmed. */
export interface Confirmation {
  /** What must be typed. */
  readonly notifyId: number;
  readonly targets: number;
  /** What was given with --confirm. */
  readonly given?: string | undefined;
  readonly mayAsk: boolean;
}

/** Has the notifyId typed, or checks --confirm. Throws {@link SettingsError} if it is not confirmed. */
export async function confirm(confirmation: Confirmation, terminal: Terminal): Promise<void> {
  const { notifyId, targets, given, mayAsk } = confirmation;
  const wanted = String(notifyId);
  if (given !== undefined) {
    if (given === wanted) return;
    throw new SettingsError(
      `--confirm is ${JSON.stringify(given)}, but the notifyId is ${wanted}: nothing was sent; give --confirm ${wanted} if that is the one`,
    );
  }
  const isScreen = terminal.stdin.isTTY === true && terminal.stderr.isTTY === true;
  if (!mayAsk || !isScreen) {
    throw new SettingsError(
      `a recall must be confirmed, and nobody can be asked here: nothing was sent; give --confirm ${wanted}, or --dry-run to see the plan only`,
    );
  }
  const typed = await text({
    message: `Type the notifyId to revoke it from ${formatPlural(targets, 'token')}`,
    placeholder: wanted,
    // Only the screen is ever handed in here, and the screen is what clack wants
    input: terminal.stdin,
    output: terminal.stderr,
  });
  if (isCancel(typed)) throw new SettingsError('not confirmed: nothing was sent');
  if (typed.trim() === wanted) return;
  throw new SettingsError(`${JSON.stringify(typed.trim())} is not the notifyId ${wanted}: nothing was sent`);
}
