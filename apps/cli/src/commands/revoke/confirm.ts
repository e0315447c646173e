import { isCancel, text } from '@clack/prompts';
import { SettingsError } from '../../errors/settings-error.ts';
import { formatPlural } from '../../terminal/numbers.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { RevokeRequest } from './revoke-request.ts';

/**
 * Makes sure, before anything is read, that the recall is confirmed or can be. Throws {@link SettingsError} for
 * another notifyId in --confirm, and where nobody can be asked for one.
 */
export function checkConfirmation(request: RevokeRequest, terminal: Terminal): void {
  const { confirm: given, files, dryRun, mayAsk } = request;
  const wanted = String(request.selector.notifyId);
  if (given === wanted) return;
  if (given !== undefined) {
    throw new SettingsError(
      `--confirm is ${JSON.stringify(given)}, but the notifyId is ${wanted}: nothing was sent; give --confirm ${wanted} if that is the one`,
    );
  }
  if (dryRun) return;
  if (files.includes('-')) {
    throw new SettingsError(
      `standard input holds the list, so the notifyId cannot be typed there: nothing was sent; give --confirm ${wanted}, or --dry-run to see the plan only`,
    );
  }
  const isScreen = terminal.stdin.isTTY === true && terminal.stderr.isTTY === true;
  if (mayAsk && isScreen) return;
  throw new SettingsError(
    `a recall must be confirmed, and nobody can be asked here: nothing was sent; give --confirm ${wanted}, or --dry-run to see the plan only`,
  );
}

/** What a person is to type. */
export interface Question {
  readonly notifyId: number;
  readonly targets: number;
  readonly signal: AbortSignal;
}

/** Has the notifyId typed. Throws {@link SettingsError} for any other, and the signal's reason once it is aborted. */
export async function askForNotifyId(
  { notifyId, targets, signal }: Question,
  terminal: Terminal,
): Promise<void> {
  signal.throwIfAborted();
  const wanted = String(notifyId);
  // One that ends with the prompt: clack goes on to listen, and would write into the progress later
  const prompt = new AbortController();
  const end = (): void => prompt.abort();
  signal.addEventListener('abort', end);
  const typed = await text({
    message: `Type the notifyId to revoke it from ${formatPlural(targets, 'token')}`,
    // Only the screen is ever handed in here, and the screen is what clack wants
    input: terminal.stdin,
    output: terminal.stderr,
    signal: prompt.signal,
  });
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  if (isCancel(typed)) throw new SettingsError('not confirmed: nothing was sent');
  if (typed.trim() === wanted) return;
  throw new SettingsError(`${JSON.stringify(typed.trim())} is not the notifyId ${wanted}: nothing was sent`);
}
