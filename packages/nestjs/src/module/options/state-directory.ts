import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { UnpushOptionsError } from '../../options/options-error.ts';

/**
 * Where recalls are kept unless told otherwise: the XDG state directory, as by the command line, which then shows
 * them too. Throws {@link UnpushOptionsError} where there is none.
 */
export function stateDirectory(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const named = env['XDG_STATE_HOME'];
  // A relative path says nothing there
  if (named !== undefined && isAbsolute(named)) return join(named, 'unpush');
  const home = env['HOME'] ?? homeOrNone();
  if (home !== undefined && isAbsolute(home)) return join(home, '.local', 'state', 'unpush');
  throw new UnpushOptionsError([
    'ledger: must be given, for there is no home directory to keep recalls in: { directory: PATH }, or a RecallStore such as postgresStore',
  ]);
}

/** A user that the system does not know has no home. */
function homeOrNone(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
