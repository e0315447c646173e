import type { MpaasApp } from '@unpush/core';
import { failure } from '../../../findings/failure.ts';
import type { Checked } from '../../../findings/finding.ts';
import type { Settings } from '../../../settings/resolve-settings.ts';
import { appIn } from '../connection/app.ts';

/** Whether it is said which app is meant. Only mPaaS knows whether there is such an app: see the probe. */
export function checkApp(settings: Settings): Checked<MpaasApp> {
  try {
    const value = appIn(settings);
    const { appId, workspaceId, tenantId } = value;
    const tenant = tenantId === undefined ? '' : `, tenant ${tenantId}`;
    return {
      finding: {
        status: 'ok',
        detail: `${appId}, workspace ${workspaceId}${tenant}`,
        facts: { appId, workspaceId, ...(tenantId !== undefined && { tenantId }) },
      },
      value,
    };
  } catch (error) {
    return { finding: failure(error) };
  }
}
