import { isCancel, text } from '@clack/prompts';
import { SettingsError } from '../../errors/settings-error.ts';
import { formatNoun } from '../../terminal/numbers.ts';
import { quote } from '../../terminal/quote.ts';
import { isScreen, type Terminal } from '../../terminal/terminal.ts';
import type { NotificationWords } from '../../vendors/words/recall-words.ts';
import { isMostlyMalformed, type Plan } from './plan/plan.ts';
import type { RevokeRequest } from './revoke-request.ts';

/**
 * Makes sure, before anything is read, that the recall is confirmed or can be. Throws {@link SettingsError} for
 * another id of the notification in --confirm, and where nobody can be asked for one.
 */
export function checkConfirmation(request: RevokeRequest, terminal: Terminal): void {
  const { confirm: given, files, dryRun, mayAsk } = request;
  const { name, value: wanted } = request.notification.id;
  if (given === wanted) return;
  if (given !== undefined) {
    throw new SettingsError(
      `--confirm is ${JSON.stringify(given)}, but the ${name} is ${wanted}: nothing was sent; give --confirm ${quote(wanted)} if that is the one`,
    );
  }
  if (dryRun) return;
  if (files.includes('-')) {
    throw new SettingsError(
      `standard input holds the list, so the ${name} cannot be typed there: nothing was sent; give --confirm ${quote(wanted)}, or --dry-run to see the plan only`,
    );
  }
  if (mayAsk && isScreen(terminal)) return;
  throw new SettingsError(
    `a recall must be confirmed, and nobody can be asked here: nothing was sent; give --confirm ${quote(wanted)}, or --dry-run to see the plan only`,
  );
}

/** Has the plan confirmed, unless it is. Throws {@link SettingsError}, and the signal's reason once it is aborted. */
export async function confirm(
  plan: Pick<Plan, 'targets'>,
  request: RevokeRequest,
  { terminal, signal }: { readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<void> {
  const targets = plan.targets.toSend;
  if (targets === 0) {
    throw new SettingsError('there is no target to send to: nothing was sent; check the list and its column');
  }
  const isDoubtful = isMostlyMalformed(plan);
  if (mustAsk(request, { terminal, isDoubtful })) {
    const { id, target, whole } = request.notification;
    const does = whole ?? `revoke it from ${formatNoun(targets, target)}`;
    await askForId({ id, does, isDoubtful, signal }, terminal);
  }
  signal.throwIfAborted();
}

/**
 * Whether the id of the notification has to be typed. What was confirmed before anybody saw that most of the list is malformed is
 * asked for again, where somebody is there to be asked.
 */
function mustAsk(
  { confirm: given, files, mayAsk }: RevokeRequest,
  { terminal, isDoubtful }: { readonly terminal: Terminal; readonly isDoubtful: boolean },
): boolean {
  if (given === undefined) return true;
  return isDoubtful && mayAsk && isScreen(terminal) && !files.includes('-');
}

/** What a person is to type. */
interface Question {
  readonly id: NotificationWords['id'];
  /** What that does: the end of the sentence. */
  readonly does: string;
  /** Most of the list is malformed. */
  readonly isDoubtful: boolean;
  readonly signal: AbortSignal;
}

/** Has the id of the notification typed. Throws {@link SettingsError} for any other, and the signal's reason once it is aborted. */
async function askForId(
  { id: { name, value: wanted }, does, isDoubtful, signal }: Question,
  terminal: Terminal,
): Promise<void> {
  signal.throwIfAborted();
  // One that ends with the prompt: clack goes on to listen, and would write into the progress later
  const prompt = new AbortController();
  const end = (): void => prompt.abort();
  signal.addEventListener('abort', end);
  // A terminal that goes away, as a lost connection: clack would wait for ever
  terminal.stdin.once('end', end);
  const typed = await text({
    message: `Type the ${name} to ${does}${isDoubtful ? ', though most of the list is malformed' : ''}`,
    // Only the screen is ever handed in here, and the screen is what clack wants
    input: terminal.stdin,
    output: terminal.stderr,
    signal: prompt.signal,
  });
  signal.removeEventListener('abort', end);
  terminal.stdin.off('end', end);
  signal.throwIfAborted();
  if (isCancel(typed)) throw new SettingsError('not confirmed: nothing was sent');
  if (typed.trim() === wanted) return;
  throw new SettingsError(`${JSON.stringify(typed.trim())} is not the ${name} ${wanted}: nothing was sent`);
}
