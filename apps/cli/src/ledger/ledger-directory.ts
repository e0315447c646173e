import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { SettingsError } from '../errors/settings-error.ts';
import type { Settings } from '../settings/resolve-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the records of recalls lie. Throws {@link SettingsError} where nobody says, and there is no home. */
export function ledgerDirectory({ ledger }: Pick<Settings, 'ledger'>, env: Environment): string {
  const directory = ledger?.value ?? stateDirectory(env);
  if (directory !== undefined) return directory;
  throw new SettingsError(
    'there is no home directory, so nothing says where recalls are kept: nothing was sent; give --ledger DIR, UNPUSH_LEDGER, or XDG_STATE_HOME as an absolute path',
  );
}

/**
 * The directory, if a command that finds it again has to name it: where it is not the usual one, or where a gateway is set,
 * at which the recall would be looked for.
 */
export function directoryToName(
  { ledger, gateway }: Pick<Settings, 'ledger' | 'gateway'>,
  env: Environment,
): string | undefined {
  const usual = stateDirectory(env);
  if (gateway !== undefined) return ledger?.value ?? usual;
  return ledger === undefined || ledger.value === usual ? undefined : ledger.value;
}

/** Where unpush keeps what outlives a process: the XDG state directory. A relative path says nothing there. */
function stateDirectory(env: Environment): string | undefined {
  const named = env['XDG_STATE_HOME'];
  if (isPlace(named)) return join(named, 'unpush');
  const home = homeOf(env);
  return home === undefined ? undefined : join(home, '.local/state', 'unpush');
}

/** What is removed at the next start is no place for what must outlive a process: hence no temporary directory. */
function homeOf(env: Environment): string | undefined {
  for (const find of [() => env['HOME'], homedir, () => userInfo().homedir]) {
    const home = attempt(find);
    if (isPlace(home)) return home;
  }
  return undefined;
}

const isPlace = (path: string | undefined): path is string => path !== undefined && isAbsolute(path);

/** A user that the system does not know has no home. */
function attempt(find: () => string | undefined): string | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}
