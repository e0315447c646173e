import {
  checkMpaasApp,
  InvalidRequestError,
  mpaasSelectorSchema,
  parseRequest,
  takeKept,
} from '@unpush/core';
import { createPacer } from '@unpush/recall';
import {
  AccessKey,
  createMpaasClient,
  mpaasEndpoint,
  systemClock,
  type AccessKeyFields,
  type AccessKeyProvider,
  type AccessKeySource,
} from '@unpush/transport';
import { readAccessKeyFile } from '@unpush/transport/undici';
import * as z from 'zod';
import { optionsObject, textField } from '../../options/fields.ts';
import { createExchangeLog } from '../exchange-log.ts';
import { APP_BASE_FIELDS, DEFAULT_CONCURRENCY, type AppBaseOptions } from './app-base.ts';
import type { AppMeans, AppVendor } from './app-vendor.ts';
import { isSecretFile, secretField, warnOfLooseMode, type SecretFile } from './secret-field.ts';

/** An app of mPaaS Message Push, in one workspace. */
export interface MpaasAppOptions extends AppBaseOptions {
  readonly vendor: 'mpaas';
  /** `AppId`, such as `ONEX570DA89211721`. */
  readonly appId: string;
  /** `WorkspaceId`, such as `default`. */
  readonly workspaceId: string;
  /** `TenantId`, where the console shows one. */
  readonly tenantId?: string;
  /** The region of Alibaba Cloud whose endpoint is asked. Default `cn-hangzhou`. */
  readonly region?: string;
  /**
   * The access key as Alibaba Cloud's own SDKs name its fields: the object, its JSON text, or the file it lies in. Of
   * temporary credentials a function, or a file: they are asked and read again when the key in use has ended.
   */
  readonly accessKey: AccessKeyFields | AccessKey | string | AccessKeyProvider | SecretFile;
}

const schema: z.ZodType<MpaasAppOptions> = optionsObject({
  vendor: z.literal('mpaas'),
  appId: textField("the app's id (AppId)"),
  workspaceId: textField("the workspace's id (WorkspaceId)"),
  tenantId: textField("the tenant's id (TenantId)").exactOptional(),
  region: textField('a region of Alibaba Cloud such as cn-hangzhou').exactOptional(),
  accessKey: secretField<MpaasAppOptions['accessKey']>(
    'the access key with accessKeyId and accessKeySecret, as an object, as JSON text or as a function that gives it',
  ),
  ...APP_BASE_FIELDS,
});

/** How the module speaks to mPaaS. */
export const MPAAS: AppVendor<MpaasAppOptions> = {
  credential: 'accessKey',
  schema,
  async open(options, { name, send, warn }) {
    const { region, endpoint: url, quota, concurrency = DEFAULT_CONCURRENCY } = options;
    const app = checkMpaasApp(options);
    refuseSlash(app.appId);
    const endpoint = mpaasEndpoint({
      ...(region !== undefined && { region }),
      ...(url !== undefined && { url }),
    });
    const provide = provider(options.accessKey, warn);
    // What is wrong with it shows here, when the application starts
    if (typeof options.accessKey !== 'function') await provide();
    const exchanges = createExchangeLog(systemClock);
    const telemetry = { onExchange: exchanges.note };
    const client = createMpaasClient({ ...app, accessKey: provide, endpoint, send, telemetry });
    return {
      name,
      vendor: 'mpaas',
      vendorApp: `${app.appId}/${app.workspaceId}`,
      endpoint: endpoint.url,
      client,
      revoker: takeKept(client.revoker, (kept) => parseRequest(mpaasSelectorSchema, kept)),
      pacer: createPacer({ concurrency, ...(quota !== undefined && { targetsPerSecond: quota }) }),
      concurrency,
      parseSelector: (selector) => ({ ...parseRequest(mpaasSelectorSchema, selector) }),
      // A task stands for all of its targets
      onlyTarget: ({ taskId }) => (typeof taskId === 'string' ? taskId : undefined),
      lastExchanges: exchanges.last,
      checkCredential: async () => {
        await provide();
      },
    };
  },
};

/** The facts of a recall name the app and its workspace with a slash between them. */
function refuseSlash(appId: string): void {
  if (!appId.includes('/')) return;
  const problem = `must be the app's id (AppId), which has no slash, but is ${JSON.stringify(appId)}`;
  throw new InvalidRequestError([{ field: 'appId', problem }]);
}

function provider(source: MpaasAppOptions['accessKey'], warn: AppMeans['warn']): () => Promise<AccessKey> {
  if (typeof source === 'function') return async () => readAccessKey(await source());
  if (!isSecretFile(source)) {
    const accessKey = readAccessKey(source);
    return () => Promise.resolve(accessKey);
  }
  let warned = false;
  return async () => {
    const { accessKey, looseMode } = await readAccessKeyFile(source.file);
    if (looseMode && !warned) warnOfLooseMode(source, warn);
    warned = true;
    return accessKey;
  };
}

const readAccessKey = (source: AccessKeySource): AccessKey =>
  source instanceof AccessKey ? source : new AccessKey(source);
