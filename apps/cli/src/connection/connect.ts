import type { Revoker, Vendor } from '@unpush/core';
import type { Flags } from '../flags/read-flags.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import type { Environment } from '../vendors/rooms/connection-room.ts';
import type { VendorDoor } from '../vendors/vendor-door.ts';
import type { Selector } from '../vendors/words/recall-words.ts';
import { endpointOf } from './endpoint.ts';
import { proxyBefore } from './proxy.ts';
import { openSender } from './sender.ts';

/** An app that can be spoken to. */
export interface Connection extends AsyncDisposable {
  readonly vendor: Vendor;
  /** As the facts of a recall name it. */
  readonly app: string;
  /** Where requests go, for people. */
  readonly endpoint: string;
  /** The host of the proxy that stands between. */
  readonly proxy?: string;
  /** The file of further certificate authorities that are trusted. */
  readonly ca?: string;
  readonly revoker: Revoker<Selector>;
}

/** The world that a connection is made from. */
export interface ConnectionWorld {
  readonly door: VendorDoor;
  readonly flags: Flags;
  readonly env: Environment;
}

/** Makes ready to speak to the app that the settings name. Nothing is sent yet. */
export async function connect(
  settings: Settings,
  { door, flags, env }: ConnectionWorld,
): Promise<Connection> {
  const room = await door.connection();
  const endpoint = endpointOf(settings, { room, flags });
  const opened = await room.openApp(settings, env);
  const send = await openSender(settings, endpoint);
  const proxy = proxyBefore(endpoint, settings, env);
  return {
    vendor: door.vendor,
    app: opened.app,
    endpoint: endpoint.url,
    ...(proxy !== undefined && { proxy }),
    ...(settings.ca !== undefined && { ca: settings.ca.value }),
    revoker: opened.revokerBy({ endpoint, send }),
    [Symbol.asyncDispose]: () => send.close(),
  };
}
