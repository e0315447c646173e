import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../settings/resolve-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the records of recalls lie. */
export const ledgerDirectory = ({ ledger }: Settings, env: Environment): string =>
  ledger?.value ?? stateDirectory(env);

/** Where unpush keeps what outlives a process: the XDG state directory. */
function stateDirectory(env: Environment): string {
  const named = env['XDG_STATE_HOME'];
  if (named !== undefined && named !== '') return join(named, 'unpush');
  return join(env['HOME'] === undefined ? tmpdir() : join(env['HOME'], '.local/state'), 'unpush');
}
