import type { RecallFacts } from '@unpush/recall';
import { checkTrust } from '../../../connection/check-trust.ts';
import { endpointOf } from '../../../connection/endpoint.ts';
import { proxyBefore } from '../../../connection/proxy.ts';
import { SettingsError } from '../../../errors/settings-error.ts';
import type { Flags } from '../../../flags/read-flags.ts';
import type { KeptRecall } from '../../../ledger/kept-recall.ts';
import { restoreSettings, type Settings } from '../../../settings/resolve-settings.ts';
import type { Terminal } from '../../../terminal/terminal.ts';

/** A recall that goes on. */
export interface Known {
  readonly facts: RecallFacts;
  readonly kept: KeptRecall;
  /** The configuration file that names its ledger, where nobody has named that file. */
  readonly foundBy: string | undefined;
}

/** The settings of a recall that goes on, and what stands between this machine and the vendor. */
export interface Restored {
  readonly settings: Settings;
  /** The host of the proxy. */
  readonly proxy?: string;
  /** The file of further certificate authorities that are trusted. */
  readonly ca?: string;
}

/**
 * The settings that the recall was begun with, and flags before them. Throws {@link SettingsError} where a secret
 * among them has to be given again, where they are not those of the confirmed recall, and `InvalidRequestError` or
 * {@link SettingsError} where nobody vouches for the place that a JWT would go to.
 */
export function restoreConnection(known: Known, terminal: Terminal, flags: Flags): Restored {
  const settings = settingsOf(known, terminal, flags);
  const endpoint = endpointOf(settings, flags);
  checkTrust(settings, endpoint);
  checkConfirmed(known.facts, { clientId: settings.clientId?.value, endpoint: endpoint.url });
  const proxy = proxyBefore(endpoint, settings, terminal.env);
  return {
    settings,
    ...(proxy !== undefined && { proxy }),
    ...(settings.ca !== undefined && { ca: settings.ca.value }),
  };
}

function settingsOf({ facts, kept, foundBy }: Known, { env, cwd }: Terminal, flags: Flags): Settings {
  const { recallId } = facts;
  const { serviceAccount, ...others } = kept.settings;
  const isByVariable = flags['serviceAccountVariable'] !== undefined;
  const restored = isByVariable || serviceAccount === undefined ? others : { ...others, serviceAccount };
  const settings = restoreSettings(
    { recallId, kept: restored, foundBy },
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

/** What a person confirmed is in the facts; a ledger whose settings say something else was tampered with. */
function checkConfirmed(
  { recallId, app, endpoint }: RecallFacts,
  restored: { readonly clientId: string | undefined; readonly endpoint: string },
): void {
  const pairs = [
    ['client id', app, restored.clientId],
    ['endpoint', endpoint, restored.endpoint],
  ] as const;
  for (const [name, confirmed, kept = 'nothing'] of pairs) {
    if (kept === confirmed) continue;
    throw new SettingsError(
      `the ${name} of recall ${recallId} was confirmed as ${confirmed}, but its settings say ${kept}: nothing was sent; its ledger is damaged, so begin a new recall with --again`,
    );
  }
}
