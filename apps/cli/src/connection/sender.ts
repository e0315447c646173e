import { readFile } from 'node:fs/promises';
import type { Endpoint } from '@unpush/transport';
import { undiciSender, type UndiciSender } from '@unpush/transport/undici';
import { SettingsError } from '../errors/settings-error.ts';
import { DEFAULT_CONCURRENCY } from '../settings/defaults.ts';
import { checkTrust } from './check-trust.ts';
import type { Settings } from '../settings/resolve-settings.ts';

/** Opens the connection pool that the settings describe. Throws {@link SettingsError}. */
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

/** Reads a PEM file with certificate authorities. Throws {@link SettingsError}. */
export async function readCa(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new SettingsError(
      `--ca ${path} cannot be read: ${String(error)}; give a PEM file with certificates`,
      {
        cause: error,
      },
    );
  }
}
