import { SettingsError } from '../../../errors/settings-error.ts';
import { resolveSettings, type Settings, type SettingsWorld } from '../../../settings/resolve-settings.ts';
import { SETTINGS, type FieldName } from '../../../settings/words.ts';
import type { Checked } from '../check.ts';

/** Whether flags, variables and configuration file hold, and which of them are in use. */
export async function checkSettings(world: SettingsWorld): Promise<Checked<Settings>> {
  try {
    const settings = await resolveSettings(world);
    if (settings.vendor?.value === 'mpaas') throw notYet(settings.vendor.place);
    const { configFile, app } = settings;
    return {
      finding: {
        status: 'ok',
        detail: describe(settings),
        facts: {
          ...(configFile !== undefined && { configFile }),
          ...(app !== undefined && { profile: app }),
        },
      },
      value: settings,
    };
  } catch (error) {
    if (!SettingsError.isInstance(error)) throw error;
    return { finding: { status: 'fail', detail: error.message } };
  }
}

const notYet = (place: string): SettingsError =>
  new SettingsError(
    `${place} is mpaas, which this command cannot check: give --vendor huawei, or another --app`,
  );

function describe(settings: Settings): string {
  const { app, configFile } = settings;
  const names = (Object.keys(SETTINGS) as FieldName[]).flatMap((name) => {
    const setting = settings[name];
    return setting === undefined ? [] : [{ name, from: setting.from }];
  });
  const flags = names.filter(({ from }) => from === 'flag').map(({ name }) => SETTINGS[name].flag);
  const variables = names
    .filter(({ from }) => from === 'variable')
    .map(({ name }) => SETTINGS[name].variable);
  const parts = [
    app === undefined || configFile === undefined ? 'no profile' : `profile ${app} of ${configFile}`,
    ...(variables.length > 0 ? [`variables ${variables.join(', ')}`] : []),
    ...(flags.length > 0 ? [`flags ${flags.join(', ')}`] : []),
  ];
  return parts.join('; ');
}
