import { isLoopback } from '@unpush/transport';
import { checkTrust } from '../../connection/check-trust.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import type { Setting, Settings } from '../../settings/resolve-settings.ts';
import { shownUrl, withScheme } from './shown-url.ts';

/** Where a gateway is. */
export interface GatewayUrl {
  /** Origin and path prefix, without a slash at the end. */
  readonly url: string;
  readonly host: string;
  readonly isLoopback: boolean;
}

/**
 * Checks where the key would go: `https` only, `http` to this very machine; and a file that only happens to lie in
 * the working directory may name no other host, nor a proxy or authority on the way. Throws {@link SettingsError}.
 */
export function gatewayUrlOf(setting: Setting<string>, settings: Settings): GatewayUrl {
  const { place } = setting;
  const parsed = URL.parse(setting.value);
  if (parsed === null || parsed.hostname === '') {
    const meant = withScheme(setting.value) ?? 'one such as https://recall.example.com';
    throw new SettingsError(
      `${place} is ${shownUrl(setting.value)}, which is no URL of a gateway: give ${meant}`,
    );
  }
  const { host, hostname, protocol, origin } = parsed;
  if (parsed.username !== '' || parsed.password !== '') {
    throw new SettingsError(
      `${place} must not hold a user name or password (host ${host}): give the key as UNPUSH_GATEWAY_KEY, or by --gateway-key-file`,
    );
  }
  if (parsed.search !== '' || parsed.hash !== '') {
    throw new SettingsError(`${place} must end with the path: no "?" or "#" (host ${host})`);
  }
  const isLocal = isLoopback(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) {
    throw new SettingsError(
      `${place} must begin with https:// (http:// only to this machine), but is ${JSON.stringify(`${protocol}//${host}`)}: the key would be read by everybody on the way`,
    );
  }
  if (setting.from === 'profile' && settings.configNamed !== true && !isLocal) {
    throw new SettingsError(
      `${place} is ${host}, which would get your key, and that file was only found in the working directory: nothing was sent. If it is yours, name it: --config ${settings.configFile ?? ''}, or give --gateway or UNPUSH_GATEWAY`,
    );
  }
  const found = { url: `${origin}${parsed.pathname.replace(/\/+$/, '')}`, host, isLoopback: isLocal };
  checkTrust(settings, { ...found, isVendor: false });
  return found;
}
