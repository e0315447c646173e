import type { Endpoint } from '@unpush/transport';
import type { UndiciSender } from '@unpush/transport/undici';
import { openSender, readCa } from '../../../connection/sender.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import type { Checked } from '../../../findings/finding.ts';
import { failure } from '../../../findings/failure.ts';
import { proxyBefore } from '../../../connection/proxy.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What connections are made with. */
export interface Route {
  readonly send: UndiciSender;
  /** The host of the proxy that stands between. */
  readonly proxy: string | undefined;
  readonly ca: string | undefined;
}

/** What a route is found for. */
export interface RouteQuestion {
  readonly settings: Settings;
  readonly endpoint: Endpoint;
  readonly env: Environment;
}

/** Whether proxy and further authorities are such that connections can be made with them. */
export async function checkConnection({ settings, endpoint, env }: RouteQuestion): Promise<Checked<Route>> {
  try {
    const proxy = proxyBefore(endpoint, settings, env);
    const ca = settings.ca === undefined ? undefined : await readCa(settings.ca.value);
    const send = await openSender(settings, endpoint);
    const parts = [
      proxy === undefined ? 'direct' : `through the proxy ${proxy}`,
      ...(settings.ca === undefined ? [] : [`trusting ${settings.ca.value} as well`]),
    ];
    return { finding: { status: 'ok', detail: parts.join(', ') }, value: { send, proxy, ca } };
  } catch (error) {
    return { finding: failure(error) };
  }
}
