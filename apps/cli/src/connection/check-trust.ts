import type { Endpoint } from '@unpush/transport';
import { SettingsError } from '../errors/settings-error.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import { SETTINGS } from '../settings/words.ts';

/**
 * A proxy and a certificate authority of its own can read a credential and answer in the vendor's name. A configuration
 * file that only happens to lie in the working directory may name neither, unless it is for this very machine; nor
 * may a recall in a ledger that only such a file names.
 * Throws {@link SettingsError}.
 */
export function checkTrust(settings: Settings, endpoint: Endpoint): void {
  if (endpoint.isLoopback || settings.configNamed === true) return;
  for (const name of ['proxy', 'ca'] as const) {
    const setting = settings[name];
    if (setting?.from !== 'profile') continue;
    throw new SettingsError(
      `${setting.place} would come between this machine and the vendor, and that file was only found in the working directory: nothing was sent. If it is yours, name it: --config ${settings.configFile ?? ''}, or give ${SETTINGS[name].flag} or ${SETTINGS[name].variable}`,
    );
  }
}
