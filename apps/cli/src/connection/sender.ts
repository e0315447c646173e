import type { Endpoint } from '@unpush/transport';
import { undiciSender, type UndiciSender } from '@unpush/transport/undici';
import { readTextFile } from '../errors/read-text-file.ts';
import { DEFAULT_CONCURRENCY } from '../settings/defaults.ts';
import { checkTrust } from './check-trust.ts';
import type { Settings } from '../settings/resolve-settings.ts';

/** Opens the connection pool that the settings describe. Throws `SettingsError`. */
export async function openSender(settings: Settings, endpoint: Endpoint): Promise<UndiciSender> {
  checkTrust(settings, endpoint);
  const { ca, proxy, timeout, concurrency } = settings;
  return undiciSender({
    connections: concurrency?.value ?? DEFAULT_CONCURRENCY,
    // As other tools do: what the environment says of proxies holds, unless told otherwise
    proxy: proxy?.value ?? 'environment',
    ...(ca !== undefined && { ca: await readCa(ca.value) }),
    ...(timeout !== undefined && { timeouts: { answerMs: timeout.value * 1000 } }),
  });
}

/** Reads a PEM file with certificate authorities. Throws `SettingsError`. */
export const readCa = (path: string): Promise<string> =>
  readTextFile({ place: '--ca', path, remedy: 'give a PEM file with certificates' });
