import { checkClientId, huaweiSelectorSchema, parseRequest } from '@unpush/core';
import { createHuaweiClient, huaweiEndpoint, ServiceAccount } from '@unpush/transport';
import type { HuaweiGatewayApp } from '../../gateway/options.ts';
import { readSecret } from '../read-secret.ts';
import { takeKept } from '../take-kept.ts';
import { MOST_CONNECTIONS, type AppVendor } from './app-vendor.ts';
import { numberOf } from './number-of.ts';

const selectorFields = ['notifyId', 'pushType'] as const;

/** How the gateway speaks to Huawei. */
export const HUAWEI: AppVendor<HuaweiGatewayApp> = {
  selectorFields,
  vendorApp: ({ clientId }) => clientId,
  async open(options, { name, send, tokenCache, warn }) {
    const { endpoint: url, quota, concurrency = MOST_CONNECTIONS } = options;
    const clientId = checkClientId(options.clientId);
    const endpoint = huaweiEndpoint(url === undefined ? {} : { url });
    const account = new ServiceAccount(
      await readSecret(options.serviceAccount, `apps.${name}.serviceAccount`),
    );
    const client = createHuaweiClient({
      serviceAccount: account,
      clientId,
      endpoint,
      send,
      // One object is one place: whoever comes while a token is signed waits for that one
      tokenCache,
      onCacheFailure: ({ operation }) => warn(`The token cache failed (${operation}); going on without it.`),
    });
    return {
      name,
      vendor: 'huawei',
      vendorApp: clientId,
      endpoint: endpoint.url,
      revoker: takeKept(client.revoker, (kept) => parseRequest(huaweiSelectorSchema, kept)),
      ...(quota !== undefined && { quota }),
      concurrency: Math.min(concurrency, MOST_CONNECTIONS),
      parseSelector: ({ notifyId, pushType, ...others }) => ({
        ...parseRequest(huaweiSelectorSchema, {
          notifyId: numberOf(notifyId),
          ...(pushType !== undefined && { pushType: numberOf(pushType) }),
          ...others,
        }),
      }),
      selectorFields,
      onlyTarget: () => undefined,
    };
  },
};
