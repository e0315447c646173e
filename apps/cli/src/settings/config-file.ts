import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SettingsError } from '../errors/settings-error.ts';
import { configSchema, type Config, type Profile } from './fields.ts';
import { CONFIG_NAME } from './words.ts';

/** Where to look for the configuration file. */
export interface ConfigPlace {
  readonly cwd: string;
  /** A path that was asked for by name; it must exist then. */
  readonly path?: string | undefined;
  /** Whether a profile that is named may be missing: the name is of something else as well. */
  readonly mayBeMissing?: boolean;
}

/** A profile and the file it came from. */
export interface FoundProfile {
  readonly app: string;
  readonly file: string;
  readonly profile: Profile;
}

/** Reads the configuration file, or gives `undefined` where there is none. Throws {@link SettingsError}. */
export async function readConfig({
  cwd,
  path,
}: ConfigPlace): Promise<{ file: string; config: Config } | undefined> {
  const file = resolve(cwd, path ?? CONFIG_NAME);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (path === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new SettingsError(`the configuration file ${file} cannot be read: ${String(error)}`, {
      cause: error,
    });
  }
  return { file, config: parseConfig(text, file) };
}

function parseConfig(text: string, file: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SettingsError(`the configuration file ${file} is not JSON: ${String(error)}`, { cause: error });
  }
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `  ${path.map(String).join('.') || 'top level'}: ${message}`,
  );
  throw new SettingsError(`the configuration file ${file} does not hold:\n${problems.join('\n')}`);
}

/** The profile to use: by name, else the default, else the only one. `undefined` where there is no file. */
export async function findProfile(
  place: ConfigPlace,
  app: string | undefined,
): Promise<FoundProfile | undefined> {
  const found = await readConfig(place);
  if (found === undefined) {
    if (app === undefined || place.mayBeMissing === true) return undefined;
    throw new SettingsError(`--app ${app} names a profile, but there is no ${CONFIG_NAME} in ${place.cwd}`);
  }
  const { file, config } = found;
  const names = Object.keys(config.apps);
  const name = app ?? config.defaultApp ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) return undefined;
  // A name such as `constructor` is no profile, though every object has it
  const profile = Object.hasOwn(config.apps, name) ? config.apps[name] : undefined;
  if (profile === undefined) {
    if (place.mayBeMissing === true) return undefined;
    throw new SettingsError(`${file} has no profile "${name}"; it has: ${names.join(', ') || 'none'}`);
  }
  return { app: name, file, profile };
}
