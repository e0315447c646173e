import type { Context } from 'hono';
import type { Mpaas } from '../../mpaas/console/mpaas.ts';
import type { AppName } from '../../mpaas/accounts/app-name.ts';

/** Where the routes of one app begin. */
export const APP = '/apps/:appId/:workspaceId';

/**
 * The app that the path names.
 *
 * @throws NotFoundError if there is no such app.
 */
export function appOf(context: Context, mpaas: Mpaas): AppName {
  const name = {
    appId: context.req.param('appId') ?? '',
    workspaceId: context.req.param('workspaceId') ?? '',
  };
  mpaas.app(name);
  return name;
}
