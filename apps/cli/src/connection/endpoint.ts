import type { Endpoint, EndpointSource } from '@unpush/transport';
import type { Flags } from '../flags/read-flags.ts';
import { listFlag } from '../flags/read-flags.ts';
import type { Setting, Settings } from '../settings/resolve-settings.ts';
import type { ConnectionRoom } from '../vendors/rooms/connection-room.ts';

// What a recall was begun with, a person has named and confirmed
const SOURCES = {
  flag: 'flag',
  variable: 'variable',
  profile: 'file',
  recall: 'flag',
} as const satisfies Record<Setting<unknown>['from'], EndpointSource>;

/** Who asks where requests go. */
export interface EndpointQuestion {
  readonly room: Pick<ConnectionRoom, 'endpointOf'>;
  readonly flags: Flags;
}

/**
 * Where requests go. A stranger's host counts only if a person named it for this call: a credential sent to it is a
 * credential given away.
 */
export function endpointOf(settings: Settings, { room, flags }: EndpointQuestion): Endpoint {
  const { endpoint } = settings;
  if (endpoint === undefined) return room.endpointOf(settings, undefined);
  const allowHosts = listFlag(flags, 'allowEndpoint');
  return room.endpointOf(settings, { url: endpoint.value, from: SOURCES[endpoint.from], allowHosts });
}
