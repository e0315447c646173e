import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Config, Profile } from '../../settings/fields.ts';
import { SCHEMA_URL } from '../../settings/words.ts';

/** A profile to be put into a configuration. */
export interface NewProfile {
  readonly app: string;
  readonly profile: Profile;
  /** Whether it is to be used when none is named. */
  readonly isDefault: boolean;
}

/** The configuration with the profile in it. What else it says stays, and so does the default it has. */
export function mergeProfile(existing: Config | undefined, { app, profile, isDefault }: NewProfile): Config {
  if (existing === undefined) return { $schema: SCHEMA_URL, defaultApp: app, apps: { [app]: profile } };
  const names = Object.keys(existing.apps);
  // A single profile needs no default; beside a second one it would no longer be found
  const before = existing.defaultApp ?? (names.length === 1 ? names[0] : undefined);
  const defaultApp = isDefault ? app : (before ?? app);
  return { ...existing, defaultApp, apps: { ...existing.apps, [app]: profile } };
}

/** A path as the file is to have it: relative if it lies below the file, so that both can move together. */
export function pathFor(typed: string, { cwd, folder }: { cwd: string; folder: string }): string {
  const path = resolve(cwd, typed);
  const below = relative(folder, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below.replaceAll(sep, '/');
}
