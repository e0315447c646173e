import { checkClientId, huaweiSelectorSchema, parseRequest, takeKept } from '@unpush/core';
import { createPacer } from '@unpush/recall';
import {
  createHuaweiClient,
  huaweiEndpoint,
  importSigningKey,
  ServiceAccount,
  signJwt,
  systemClock,
} from '@unpush/transport';
import { readServiceAccountFile } from '@unpush/transport/undici';
import * as z from 'zod';
import { optionsObject, textField } from '../../options/fields.ts';
import { createExchangeLog } from '../exchange-log.ts';
import { APP_BASE_FIELDS, DEFAULT_CONCURRENCY, type AppBaseOptions } from './app-base.ts';
import type { AppMeans, AppVendor } from './app-vendor.ts';
import { isSecretFile, secretField, warnOfLooseMode, type SecretFile } from './secret-field.ts';

/** An app of Huawei Push Kit. */
export interface HuaweiAppOptions extends AppBaseOptions {
  readonly vendor: 'huawei';
  /** The *app's* client id (not the project's), as AppGallery Connect shows it. */
  readonly clientId: string;
  /** What AppGallery Connect gave out: the object, its JSON text, or the file it lies in. */
  readonly serviceAccount: Readonly<Record<string, unknown>> | ServiceAccount | string | SecretFile;
}

const schema: z.ZodType<HuaweiAppOptions> = optionsObject({
  vendor: z.literal('huawei'),
  clientId: textField("the app's client id from AppGallery Connect"),
  serviceAccount: secretField<HuaweiAppOptions['serviceAccount']>(
    'the service account that AppGallery Connect gave out, as an object or as JSON text',
  ),
  ...APP_BASE_FIELDS,
});

/** How the module speaks to Huawei. */
export const HUAWEI: AppVendor<HuaweiAppOptions> = {
  credential: 'serviceAccount',
  schema,
  async open(options, { name, send, tokenCache, warn }) {
    const { endpoint: url, quota, concurrency = DEFAULT_CONCURRENCY } = options;
    const clientId = checkClientId(options.clientId);
    const endpoint = huaweiEndpoint(url === undefined ? {} : { url });
    const account = await load(options.serviceAccount, warn);
    // A damaged key is found here, when the application starts, rather than at the first signature
    const key = await importSigningKey(account);
    const { keyId, subAccount } = account;
    const exchanges = createExchangeLog(systemClock);
    const client = createHuaweiClient({
      serviceAccount: account,
      clientId,
      endpoint,
      send,
      tokenCache,
      telemetry: { onExchange: exchanges.note },
      onCacheFailure: ({ operation }) => warn(`The token cache failed (${operation}); going on without it.`),
    });
    return {
      name,
      vendor: 'huawei',
      vendorApp: clientId,
      endpoint: endpoint.url,
      client,
      revoker: takeKept(client.revoker, (kept) => parseRequest(huaweiSelectorSchema, kept)),
      pacer: createPacer({ concurrency, ...(quota !== undefined && { targetsPerSecond: quota }) }),
      concurrency,
      parseSelector: (selector) => ({ ...parseRequest(huaweiSelectorSchema, selector) }),
      onlyTarget: () => undefined,
      lastExchanges: exchanges.last,
      checkCredential: async () => {
        await signJwt({ key, keyId, subAccount, issuedAt: Math.floor(Date.now() / 1000) });
      },
    };
  },
};

async function load(
  source: HuaweiAppOptions['serviceAccount'],
  warn: AppMeans['warn'],
): Promise<ServiceAccount> {
  if (source instanceof ServiceAccount) return source;
  if (!isSecretFile(source)) return new ServiceAccount(source);
  const { account, looseMode } = await readServiceAccountFile(source.file);
  if (looseMode) warnOfLooseMode(source, warn);
  return account;
}
