import {
  checkMpaasApp,
  InvalidRequestError,
  mpaasSelectorSchema,
  parseRequest,
  takeKept,
} from '@unpush/core';
import { AccessKey, createMpaasRevoker, mpaasEndpoint } from '@unpush/transport';
import * as z from 'zod/mini';
import type { MpaasGatewayApp } from '../app-options.ts';
import { readSecret } from '../read-secret.ts';
import { MOST_CONNECTIONS, type AppVendor } from './app-vendor.ts';
import { ofEveryApp, secret, text } from './fields.ts';

const selectorFields = ['messageId', 'taskId'] as const;

/** How the gateway speaks to mPaaS. */
export const MPAAS: AppVendor<MpaasGatewayApp> = {
  schema: z.strictObject({
    vendor: z.literal('mpaas'),
    appId: text,
    workspaceId: text,
    tenantId: z.optional(text),
    region: z.optional(text),
    accessKey: secret,
    ...ofEveryApp(mpaasEndpoint),
  }),
  selectorFields,
  vendorApp: ({ appId, workspaceId }) => `${appId}/${workspaceId}`,
  open(options, { name, send }) {
    const { region, endpoint: url, quota, concurrency = MOST_CONNECTIONS } = options;
    const app = checkMpaasApp(options);
    refuseSlash(app.appId);
    const endpoint = mpaasEndpoint({
      ...(region !== undefined && { region }),
      ...(url !== undefined && { url }),
    });
    // Asked again where the vendor says that a temporary key has ended: by then the Secrets Store may hold another
    const accessKey = async (): Promise<AccessKey> =>
      new AccessKey(await readSecret(options.accessKey, `apps.${name}.accessKey`));
    // Not the client, which has every operation: a Worker carries what it imports
    const revoker = takeKept(createMpaasRevoker({ ...app, accessKey, endpoint, send }), (kept) =>
      parseRequest(mpaasSelectorSchema, kept),
    );
    return {
      name,
      vendor: 'mpaas',
      vendorApp: `${app.appId}/${app.workspaceId}`,
      endpoint: endpoint.url,
      connect: async () => {
        await accessKey();
        return revoker;
      },
      ...(quota !== undefined && { quota }),
      concurrency: Math.min(concurrency, MOST_CONNECTIONS),
      parseSelector: (selector) => ({ ...parseRequest(mpaasSelectorSchema, selector) }),
      selectorFields,
      // A task stands for all of its targets
      onlyTarget: ({ taskId }) => (typeof taskId === 'string' ? taskId : undefined),
    };
  },
};

/** The facts of a recall name the app and its workspace with a slash between them. */
function refuseSlash(appId: string): void {
  if (!appId.includes('/')) return;
  const problem = `must be the app's id (AppId), which has no slash, but is ${JSON.stringify(appId)}`;
  throw new InvalidRequestError([{ field: 'appId', problem }]);
}
