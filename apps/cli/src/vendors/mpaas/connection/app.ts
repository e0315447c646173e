import { checkMpaasApp, type MpaasApp } from '@unpush/core';
import { SettingsError } from '../../../errors/settings-error.ts';
import { required, type Settings } from '../../../settings/resolve-settings.ts';
import { idProblem } from '../id-problem.ts';

/** Which app the settings mean. Throws {@link SettingsError} naming the setting that is missing or cannot be. */
export function appIn(settings: Settings): MpaasApp {
  const { tenantId } = settings;
  const app = {
    appId: required(settings.appId, 'appId'),
    workspaceId: required(settings.workspaceId, 'workspaceId'),
    ...(tenantId !== undefined && { tenantId: tenantId.value }),
  };
  for (const name of ['appId', 'workspaceId', 'tenantId'] as const) {
    const setting = settings[name];
    const problem = setting === undefined ? undefined : idProblem(name, setting.value);
    if (problem !== undefined) throw new SettingsError(`${setting?.place ?? name} ${problem}`);
  }
  return checkMpaasApp(app);
}

/** As the facts of a recall name it. */
export const nameOf = ({ appId, workspaceId }: Pick<MpaasApp, 'appId' | 'workspaceId'>): string =>
  `${appId}/${workspaceId}`;
