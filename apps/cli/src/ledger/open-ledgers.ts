import { openLedgers, type Ledgers } from '@unpush/recall/node';
import type { Invocation } from '../command.ts';
import { resolveSettings, type Settings } from '../settings/resolve-settings.ts';
import { directoryToName, ledgerDirectory } from './ledger-directory.ts';
import { createCommands, type RecallCommands } from './recall-commands.ts';

/** The records of recalls, and what to type about them. */
export interface OpenedLedgers {
  readonly ledgers: Ledgers;
  readonly directory: string;
  readonly commands: RecallCommands;
  /** The configuration file that names the directory, where nobody has named that file. */
  readonly foundBy?: string;
}

/** Finds the place where recalls are kept. Nothing is made or read yet. */
export function ledgersOf(settings: Settings, env: Invocation['terminal']['env']): OpenedLedgers {
  const directory = ledgerDirectory(settings, env);
  const { ledger, configFile, configNamed } = settings;
  return {
    ledgers: openLedgers({ directory }),
    directory,
    commands: createCommands({ ledger: directoryToName(settings, env) }),
    ...(ledger?.from === 'profile' &&
      configNamed !== true &&
      configFile !== undefined && { foundBy: configFile }),
  };
}

/** The same for a command that only has to find them. */
export async function findLedgers({ flags, terminal }: Invocation): Promise<OpenedLedgers> {
  const { env, cwd } = terminal;
  return ledgersOf(await resolveSettings({ flags, env, cwd }), env);
}
