import type { MpaasApp, MpaasRequest } from '@unpush/core';

/** The app of the vendor's own examples. */
export const app: MpaasApp = { appId: 'ONEX570DA89211721', workspaceId: 'test' };
export const tenantApp: MpaasApp = { ...app, tenantId: 'LZFPEFIM' };

/** A request's body as it goes over the wire. */
export const formOf = ({ body }: MpaasRequest): string => new TextDecoder().decode(body);

/** The parameters of a body, as another reader of forms sees them, without those of the app. */
export function parametersOf(request: MpaasRequest): Readonly<Record<string, string>> {
  const all: Record<string, string> = Object.fromEntries(new URLSearchParams(formOf(request)));
  const { AppId, WorkspaceId, TenantId, ...parameters } = all;
  if (AppId === undefined || WorkspaceId === undefined)
    throw new Error(`no app, tenant ${TenantId ?? 'neither'}`);
  return parameters;
}
