import { SettingsError } from '../../../errors/settings-error.ts';
import type { Flags } from '../../../flags/read-flags.ts';
import type { KeptRecall } from '../../../ledger/kept-recall.ts';
import { restoreSettings, type Settings } from '../../../settings/resolve-settings.ts';
import type { Terminal } from '../../../terminal/terminal.ts';

/** A recall that goes on. */
export interface Known {
  readonly recallId: string;
  readonly kept: KeptRecall;
}

/**
 * The settings that the recall was begun with, and flags before them. Throws {@link SettingsError} where a secret
 * among them has to be given again.
 */
export function restoreConnection({ recallId, kept }: Known, terminal: Terminal, flags: Flags): Settings {
  const { env, cwd } = terminal;
  const { serviceAccount, ...others } = kept.settings;
  const isByVariable = flags['serviceAccountVariable'] !== undefined;
  const settings = restoreSettings(
    { recallId, kept: isByVariable || serviceAccount === undefined ? others : { ...others, serviceAccount } },
    { flags: { ...flags, ...proxyOf({ kept, flags, env }) }, cwd },
  );
  if (kept.withoutProxy === true && settings.proxy === undefined) {
    throw new SettingsError(
      `recall ${recallId} was begun through a proxy whose URL holds a password, which is not kept: give --proxy or UNPUSH_PROXY again`,
    );
  }
  return settings;
}

/** The one setting that a variable may give again, since it was not kept. */
function proxyOf({ kept, flags, env }: { kept: KeptRecall; flags: Flags; env: Terminal['env'] }): Flags {
  const named = env['UNPUSH_PROXY'];
  if (kept.withoutProxy !== true || flags['proxy'] !== undefined) return {};
  return named === undefined || named === '' ? {} : { proxy: named };
}
