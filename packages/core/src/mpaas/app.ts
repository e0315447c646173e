import * as z from 'zod/mini';
import { parseRequest } from '../errors/parse-request.ts';
import { idSchema } from './fields/text.ts';

/** One app in one workspace, as the mPaaS console shows them. */
export interface MpaasApp {
  /** `AppId`, such as `ONEX570DA89211721`. */
  readonly appId: string;
  /** `WorkspaceId`, such as `default`. */
  readonly workspaceId: string;
  /** `TenantId`; some operations on templates and devices document it as required. */
  readonly tenantId?: string;
}

const appSchema = z.strictObject({
  appId: idSchema({ what: "the app's id (AppId)", emptyCode: '3003' }),
  workspaceId: idSchema({ what: "the workspace's id (WorkspaceId)", emptyCode: '3003' }),
  tenantId: z.optional(idSchema({ what: "the tenant's id (TenantId)" })),
});

/** Checks which app is meant, and gives it back. Throws `InvalidRequestError`. */
export function checkMpaasApp({ appId, workspaceId, tenantId }: MpaasApp): MpaasApp {
  const checked = parseRequest(appSchema, {
    appId,
    workspaceId,
    ...(tenantId !== undefined && { tenantId }),
  });
  return {
    appId: checked.appId,
    workspaceId: checked.workspaceId,
    ...(checked.tenantId !== undefined && { tenantId: checked.tenantId }),
  };
}
