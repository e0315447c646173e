import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { SettingsError } from '../../errors/settings-error.ts';
import type { Config } from '../../settings/fields.ts';

/** A configuration and where it goes. */
export interface ConfigFile {
  readonly file: string;
  readonly config: Config;
  /** Whether there is one that is to be replaced. */
  readonly exists: boolean;
}

/** Writes a configuration file, all of it or nothing. Throws {@link SettingsError}. */
export async function writeConfig({ file, config, exists }: ConfigFile): Promise<void> {
  const text = `${JSON.stringify(config, undefined, 2)}\n`;
  try {
    // `wx`: one that came into being meanwhile is not ours to write over
    if (exists) await replace(await realpath(file), text);
    else await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw new SettingsError(
      `${file} cannot be written: ${String(error)}; give a place that you may write to with --config`,
      {
        cause: error,
      },
    );
  }
}

async function replace(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
