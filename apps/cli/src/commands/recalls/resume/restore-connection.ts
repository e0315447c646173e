import type { RecallFacts } from '@unpush/recall';
import { checkTrust } from '../../../connection/check-trust.ts';
import { endpointOf } from '../../../connection/endpoint.ts';
import { proxyBefore } from '../../../connection/proxy.ts';
import { SettingsError } from '../../../errors/settings-error.ts';
import type { Flags } from '../../../flags/read-flags.ts';
import type { KeptRecall } from '../../../ledger/kept-recall.ts';
import { restoreSettings, type Settings } from '../../../settings/resolve-settings.ts';
import { vendorSettings } from '../../../settings/words.ts';
import type { Terminal } from '../../../terminal/terminal.ts';
import { DOORS } from '../../../vendors/doors.ts';
import { refuseForeignFlags } from '../../../vendors/refuse-foreign-flags.ts';
import type { ConnectionRoom } from '../../../vendors/rooms/connection-room.ts';
import type { VendorDoor } from '../../../vendors/vendor-door.ts';

/** A recall that goes on. */
export interface Known {
  readonly facts: RecallFacts;
  readonly kept: KeptRecall;
  /** The configuration file that names its ledger, where nobody has named that file. */
  readonly foundBy: string | undefined;
  readonly door: VendorDoor;
  /** Where the door leads to for requests. */
  readonly room: ConnectionRoom;
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
 * {@link SettingsError} where nobody vouches for the place that a credential would go to.
 */
export function restoreConnection(known: Known, terminal: Terminal, flags: Flags): Restored {
  const { facts, door, room } = known;
  refuseForeignFlags(flags, {
    meant: door.vendor,
    why: `recall ${facts.recallId} is by ${DOORS[door.vendor].name}`,
    remedy: () => 'nothing was sent; leave it out',
  });
  const settings = settingsOf(known, terminal, flags);
  const endpoint = endpointOf(settings, { room, flags });
  checkTrust(settings, endpoint);
  checkConfirmed(facts, [
    [door.words.appId, facts.app, room.appOf(settings)],
    ['endpoint', facts.endpoint, endpoint.url],
  ]);
  const proxy = proxyBefore(endpoint, settings, terminal.env);
  return {
    settings,
    ...(proxy !== undefined && { proxy }),
    ...(settings.ca !== undefined && { ca: settings.ca.value }),
  };
}

function settingsOf({ facts, kept, foundBy }: Known, { env, cwd }: Terminal, flags: Flags): Settings {
  const { recallId } = facts;
  const settings = restoreSettings(
    { recallId, kept: withoutReplaced(kept.settings, flags), foundBy },
    { flags: { ...flags, ...proxyOf({ kept, flags, env }) }, cwd },
  );
  if (kept.withoutProxy === true && settings.proxy === undefined) {
    throw new SettingsError(
      `recall ${recallId} was begun through a proxy whose URL holds a password, which is not kept: give --proxy or UNPUSH_PROXY again`,
    );
  }
  return settings;
}

/** The credential lies in one place: one that a flag names now takes the place of the one that was kept. */
function withoutReplaced(settings: KeptRecall['settings'], flags: Flags): KeptRecall['settings'] {
  const names: readonly string[] = vendorSettings('credential');
  if (!names.some((name) => flags[name] !== undefined)) return settings;
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));
}

/** The one setting that a variable may give again, since it was not kept. */
function proxyOf({ kept, flags, env }: { kept: KeptRecall; flags: Flags; env: Terminal['env'] }): Flags {
  const named = env['UNPUSH_PROXY'];
  if (kept.withoutProxy !== true || flags['proxy'] !== undefined) return {};
  return named === undefined || named === '' ? {} : { proxy: named };
}

/** What a person confirmed is in the facts; a ledger whose settings say something else was tampered with. */
function checkConfirmed(
  { recallId }: RecallFacts,
  pairs: readonly (readonly [name: string, confirmed: string, restored: string | undefined])[],
): void {
  for (const [name, confirmed, kept = 'nothing'] of pairs) {
    if (kept === confirmed) continue;
    throw new SettingsError(
      `the ${name} of recall ${recallId} was confirmed as ${confirmed}, but its settings say ${kept}: nothing was sent; its ledger is damaged, so begin a new recall with --again`,
    );
  }
}
