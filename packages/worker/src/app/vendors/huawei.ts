import { checkClientId, huaweiSelectorSchema, parseRequest, takeKept } from '@unpush/core';
import { createHuaweiRevoker, createTokenSource, huaweiEndpoint, ServiceAccount } from '@unpush/transport';
import * as z from 'zod/mini';
import type { HuaweiGatewayApp } from '../app-options.ts';
import { readSecret } from '../read-secret.ts';
import { MOST_CONNECTIONS, type AppVendor } from './app-vendor.ts';
import { ofEveryApp, secret, text } from './fields.ts';
import { numberOf } from './number-of.ts';
import { perSecret } from './per-secret.ts';

const selectorFields = ['notifyId', 'pushType'] as const;

/** How the gateway speaks to Huawei. */
export const HUAWEI: AppVendor<HuaweiGatewayApp> = {
  schema: z.strictObject({
    vendor: z.literal('huawei'),
    clientId: text,
    serviceAccount: secret,
    ...ofEveryApp(huaweiEndpoint),
  }),
  selectorFields,
  vendorApp: ({ clientId }) => clientId,
  open(options, { name, send, tokenCache, warn }) {
    const { endpoint: url, quota, concurrency = MOST_CONNECTIONS } = options;
    const clientId = checkClientId(options.clientId);
    const endpoint = huaweiEndpoint(url === undefined ? {} : { url });
    const connect = perSecret((key) => {
      const tokens = createTokenSource({
        account: new ServiceAccount(key),
        // One object is one place: whoever comes while a token is signed waits for that one
        cache: tokenCache,
        onCacheFailure: ({ operation }) =>
          warn(`The token cache failed (${operation}); going on without it.`),
      });
      // Not the client of single calls: a Worker carries what it imports
      const revoker = createHuaweiRevoker({ clientId, endpoint, tokens, send });
      return takeKept(revoker, (kept) => parseRequest(huaweiSelectorSchema, kept));
    });
    return {
      name,
      vendor: 'huawei',
      vendorApp: clientId,
      endpoint: endpoint.url,
      connect: async () => connect(await readSecret(options.serviceAccount, `apps.${name}.serviceAccount`)),
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
