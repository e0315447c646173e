import { checkClientId, type HuaweiSelector, type Revoker } from '@unpush/core';
import { createHuaweiClient, importSigningKey } from '@unpush/transport';
import { SettingsError } from '../errors/settings-error.ts';
import { required, type Settings } from '../settings/resolve-settings.ts';
import { endpointOf } from './endpoint.ts';
import { proxyBefore } from './proxy.ts';
import { openSender } from './sender.ts';
import { loadServiceAccount } from './service-account.ts';

/** An app that can be spoken to. */
export interface Connection extends AsyncDisposable {
  readonly vendor: 'huawei';
  readonly clientId: string;
  /** Where requests go, for people. */
  readonly endpoint: string;
  /** The host of the proxy that stands between. */
  readonly proxy?: string;
  /** The file of further certificate authorities that are trusted. */
  readonly ca?: string;
  readonly revoker: Revoker<HuaweiSelector>;
}

/** The world that a connection is made from. */
export interface ConnectionWorld {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Makes ready to speak to the app that the settings name. Nothing is sent yet. */
export async function connect(settings: Settings, { flags, env }: ConnectionWorld): Promise<Connection> {
  checkVendor(settings);
  const endpoint = endpointOf(settings, flags);
  const clientId = checkClientId(required(settings.clientId, 'clientId'));
  const { account } = await loadServiceAccount(settings, env);
  // A damaged key is found here, before anybody confirms, rather than at the first signature
  await importSigningKey(account);
  const send = await openSender(settings, endpoint);
  const { revoker } = createHuaweiClient({ serviceAccount: account, clientId, send, endpoint });
  const proxy = proxyBefore(endpoint, settings, env);
  return {
    vendor: 'huawei',
    clientId,
    endpoint: endpoint.url,
    ...(proxy !== undefined && { proxy }),
    ...(settings.ca !== undefined && { ca: settings.ca.value }),
    revoker,
    [Symbol.asyncDispose]: () => send.close(),
  };
}

function checkVendor({ vendor }: Settings): void {
  if (vendor === undefined || vendor.value === 'huawei') return;
  throw new SettingsError(
    `${vendor.place} is "${vendor.value}", but this version revokes by Huawei only: nothing was sent (its codes can be explained: unpush explain)`,
  );
}
