import { SettingsError } from '../../../errors/settings-error.ts';
import { resolveSettings, type Settings, type SettingsWorld } from '../../../settings/resolve-settings.ts';
import { FIELD_NAMES, SETTINGS } from '../../../settings/words.ts';
import { openDoor } from '../../../vendors/open-door.ts';
import type { VendorDoor } from '../../../vendors/vendor-door.ts';
import type { Checked } from '../../../findings/finding.ts';

/** Settings, and the door to the vendor that they mean. */
export interface CheckedSettings {
  readonly settings: Settings;
  readonly door: VendorDoor;
}

/** Whether flags, variables and configuration file hold, and which of them are in use. */
export async function checkSettings(world: SettingsWorld): Promise<Checked<CheckedSettings>> {
  try {
    const settings = await resolveSettings(world);
    const door = await openDoor(settings, world.flags);
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
      value: { settings, door },
    };
  } catch (error) {
    if (!SettingsError.isInstance(error)) throw error;
    return { finding: { status: 'fail', detail: error.message } };
  }
}

function describe(settings: Settings): string {
  const { app, configFile } = settings;
  const names = FIELD_NAMES.flatMap((name) => {
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
