import { huaweiEndpoint, type Endpoint, type EndpointSource } from '@unpush/transport';
import type { Setting, Settings } from '../settings/resolve-settings.ts';

// What a recall was begun with, a person has named and confirmed
const SOURCES = {
  flag: 'flag',
  variable: 'variable',
  profile: 'file',
  recall: 'flag',
} as const satisfies Record<Setting<unknown>['from'], EndpointSource>;

/**
 * Where requests go. A stranger's host counts only if a person named it for this call: a JWT sent to it is a
 * JWT given away.
 */
export function endpointOf(settings: Settings, flags: Readonly<Record<string, unknown>>): Endpoint {
  const allowed = flags['allowEndpoint'];
  const allowHosts = Array.isArray(allowed) ? allowed.map(String) : [];
  const { endpoint } = settings;
  if (endpoint === undefined) return huaweiEndpoint();
  return huaweiEndpoint({ url: endpoint.value, from: SOURCES[endpoint.from], allowHosts });
}
