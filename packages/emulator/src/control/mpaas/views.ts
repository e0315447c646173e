import type { MpaasAccessKey } from '../../mpaas/accounts/access-keys.ts';
import type { Mpaas } from '../../mpaas/console/mpaas.ts';
import type { MpaasApp } from '../../mpaas/store/space.ts';

/** An app without the secret of its key. */
export function appView({ accessKey, ...app }: MpaasApp, mpaas: Mpaas): object {
  return {
    ...app,
    accessKeyId: accessKey.accessKeyId,
    devices: mpaas.deviceCount(app),
    users: mpaas.userCount(app),
    accessKey: `/_emulator/mpaas/apps/${app.appId}/${app.workspaceId}/access-key.json`,
  };
}

/** An access key without what it signs with. */
export function accessKeyView({ accessKeyId, expiresAt, active, mayCall, mayUse }: MpaasAccessKey): object {
  return { accessKeyId, expiresAt, active, mayCall, mayUse };
}
