import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { CommandRun } from '../../command.ts';
import { SettingsError } from '../../errors/settings-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { readConfig } from '../../settings/config-file.ts';
import type { Config, Profile } from '../../settings/fields.ts';
import { CONFIG_NAME, FIELD_NAMES, SETTINGS } from '../../settings/words.ts';
import { quote } from '../../terminal/quote.ts';
import { painter } from '../../terminal/style.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { complete, readAnswers, roomFor } from './answers.ts';
import { ask, askToReplace } from './ask.ts';
import { mergeProfile, pathFor } from './merge-profile.ts';
import { writeConfig } from './write-config.ts';

/** Runs `unpush init`. */
export const run: CommandRun = async ({ terminal, flags }) => {
  const { cwd, env, stdin, stderr } = terminal;
  const mayAsk = flags['input'] !== false && stdin.isTTY === true && stderr.isTTY === true;
  const file = resolve(
    cwd,
    typeof flags['config'] === 'string' ? flags['config'] : (env['UNPUSH_CONFIG'] ?? CONFIG_NAME),
  );
  const existing = await readExisting(file);
  const typed = readAnswers(flags);
  const { app, profile } = await complete(mayAsk ? await ask(typed, terminal) : typed);
  if (existing !== undefined && Object.hasOwn(existing.apps, app) && flags['force'] !== true) {
    const isFree = mayAsk && (await askToReplace(app, terminal));
    if (!isFree)
      throw new SettingsError(
        `${file} has a profile ${app} already, and it stays as it is: give another --app, or --force to replace it`,
      );
  }
  const key = await (await roomFor(profile.vendor)).checkKey(profile, cwd);
  const config = mergeProfile(existing, {
    app,
    profile: withPathsFor(profile, { cwd, folder: dirname(file) }),
    isDefault: flags['default'] === true,
  });
  await writeConfig({ file, config, exists: existing !== undefined });
  if (key?.looseMode === true) warnOfMode(key.path, terminal);
  const named = typeof flags['config'] === 'string' ? flags['config'] : undefined;
  stderr.write(describeNext({ file, app, config, named }));
  return EXIT.ok;
};

async function readExisting(file: string): Promise<Config | undefined> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  const found = isThere ? await readConfig({ cwd: dirname(file), path: file }) : undefined;
  return found?.config;
}

const PATHS: ReadonlySet<string> = new Set(FIELD_NAMES.filter((name) => SETTINGS[name].holds === 'path'));

function withPathsFor(profile: Profile, places: { cwd: string; folder: string }): Profile {
  const entries = Object.entries(profile).map(([name, value]) => [
    name,
    PATHS.has(name) ? pathFor(String(value), places) : value,
  ]);
  // The same names; a path is still a text
  return Object.fromEntries(entries) as Profile;
}

function warnOfMode(path: string, { stderr, env }: Terminal): void {
  const paint = painter(stderr, env);
  stderr.write(
    `${paint(['bold', 'yellow'], 'warning')} others than its owner can read ${path}: chmod 600 ${quote(path)}\n`,
  );
}

interface Written {
  readonly file: string;
  readonly app: string;
  readonly config: Config;
  /** The file as a flag names it: without that, the next command would look elsewhere. */
  readonly named: string | undefined;
}

function describeNext({ file, app, config, named }: Written): string {
  const isDefault = config.defaultApp === app;
  const flags = `${named === undefined ? '' : ` --config ${quote(named)}`}${isDefault ? '' : ` --app ${app}`}`;
  const others = isDefault
    ? ''
    : ` The default is still ${config.defaultApp ?? 'none'} (--default changes it).`;
  return `Wrote the profile ${app} to ${file}.${others}\nNext: unpush doctor${flags} --probe\n`;
}
