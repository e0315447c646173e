import type { Invocation } from '../../command.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { appNamed, resolveSettings, type Settings } from '../../settings/resolve-settings.ts';
import type { GatewayUrl } from './gateway-url.ts';

/** A gateway that recalls are looked for at. */
export interface GatewayPlace extends GatewayUrl {
  /** The app, by the gateway's own name of it, where somebody has named it. */
  readonly app?: string;
  readonly settings: Settings;
}

/**
 * The gateway that is meant: `--gateway`, else UNPUSH_GATEWAY, else the profile's; none where `--ledger` says that this
 * machine is meant. Throws {@link SettingsError}.
 */
export async function findGateway({ flags, terminal }: Invocation): Promise<GatewayPlace | undefined> {
  const { env, cwd } = terminal;
  const isGiven = flags['gateway'] !== undefined;
  if (flags['ledger'] !== undefined) {
    if (!isGiven) return undefined;
    throw new SettingsError(
      '--gateway and --ledger were both given, but a recall is either at a gateway or on this machine: leave one of them out',
    );
  }
  const mayLackProfile = isGiven || (env['UNPUSH_GATEWAY'] ?? '') !== '';
  const settings = await resolveSettings({ flags, env, cwd, mayLackProfile });
  if (settings.gateway === undefined) return undefined;
  // Most calls mean no gateway, and need nothing that speaks to one
  const { gatewayUrlOf } = await import('./gateway-url.ts');
  const found = gatewayUrlOf(settings.gateway, settings);
  const app = appNamed({ flags, env }) ?? settings.app;
  return { ...found, settings, ...(app !== undefined && { app }) };
}
