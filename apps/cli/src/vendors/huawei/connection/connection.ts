import { checkClientId, takeKept } from '@unpush/core';
import { createHuaweiClient, huaweiEndpoint, importSigningKey } from '@unpush/transport';
import { required } from '../../../settings/resolve-settings.ts';
import type { ConnectionRoom } from '../../rooms/connection-room.ts';
import { otherVendorHint } from '../other-vendor.ts';
import { parseSelector } from '../selector.ts';
import { loadServiceAccount } from './service-account.ts';

/** What requests to Huawei are made with. */
export const HUAWEI_CONNECTION: ConnectionRoom = {
  endpointOf: (_settings, named) => huaweiEndpoint(named),
  appOf: ({ clientId }) => clientId?.value,
  async openApp(settings, env) {
    const hint = otherVendorHint(settings.vendor);
    const clientId = checkClientId(required(settings.clientId, 'clientId', hint));
    const { account } = await loadServiceAccount(settings, env, hint);
    // A damaged key is found here, before anybody confirms, rather than at the first signature
    await importSigningKey(account);
    return {
      app: clientId,
      revokerBy: (way) =>
        takeKept(createHuaweiClient({ serviceAccount: account, clientId, ...way }).revoker, parseSelector),
    };
  },
};
