import { dirname, resolve } from 'node:path';
import { SettingsError } from '../errors/settings-error.ts';
import { findProfile, type FoundProfile } from './config-file.ts';
import { FIELDS, type FieldValue } from './fields.ts';
import { isForeign } from './foreign.ts';
import { FIELD_NAMES, SETTINGS, type FieldName } from './words.ts';

/** A value and where it was said, so that an error can name the place. */
export interface Setting<T> {
  readonly value: T;
  readonly from: 'flag' | 'variable' | 'profile' | 'recall';
  /** `--quota`, `UNPUSH_QUOTA`, `apps.shop.quota in …/unpush.config.json` or `quota of recall r-…`. */
  readonly place: string;
}

/** The settings that were said anywhere. */
export type Settings = { readonly [N in FieldName]?: Setting<FieldValue<N>> } & {
  /** The profile's name, if one was used. */
  readonly app?: string;
  readonly configFile?: string;
  /** Whether a person named that file, rather than it being found in the working directory. */
  readonly configNamed?: boolean;
};

/** Where settings are looked for. */
export interface SettingsWorld {
  /** As the person typed them, by camel-cased name. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Whether `--app` may name no profile: at a gateway it names the gateway's own app. */
  readonly mayLackProfile?: boolean;
}

/**
 * Flags, then `UNPUSH_*` variables, then the profile. What only another vendor knows than the one that is meant is
 * passed over, unless a flag says it. Throws {@link SettingsError}.
 */
export async function resolveSettings({
  flags,
  env,
  cwd,
  mayLackProfile = false,
}: SettingsWorld): Promise<Settings> {
  const path = textOf(flags['config']) ?? textOf(env['UNPUSH_CONFIG']);
  const app = appNamed({ flags, env });
  const found = await findProfile({ cwd, path, mayBeMissing: mayLackProfile }, app);
  const find = (name: FieldName) =>
    fromFlag(name, { flags, cwd }) ?? fromVariable(name, { env, cwd }) ?? fromProfile(name, found);
  const vendor = find('vendor');
  const entries = FIELD_NAMES.flatMap((name) => {
    const isMeant = flags[name] !== undefined || !isForeign(name, vendor?.value);
    const setting = isMeant ? find(name) : undefined;
    return setting === undefined ? [] : [[name, setting] as const];
  });
  return {
    // Each field's value was checked by the schema that its type is made from
    ...(Object.fromEntries(entries) as Settings),
    ...(found !== undefined && {
      app: found.app,
      configFile: found.file,
      configNamed: path !== undefined,
    }),
  };
}

/** The settings that a recall was begun with, and who it is. */
export interface KeptSettings {
  readonly recallId: string;
  readonly kept: Readonly<Record<string, unknown>>;
  /**
   * The configuration file that names the ledger, where nobody has named that file. Where a credential goes is then only
   * as trusted as if that file said it: whoever wrote the file can have written the recall.
   */
  readonly foundBy?: string | undefined;
}

/** Flags, then what the recall was begun with. Throws {@link SettingsError}. */
export function restoreSettings(
  known: KeptSettings,
  { flags, cwd }: Pick<SettingsWorld, 'flags' | 'cwd'>,
): Settings {
  const { foundBy } = known;
  const entries = FIELD_NAMES.flatMap((name) => {
    const setting = fromFlag(name, { flags, cwd }) ?? fromRecall(name, known, cwd);
    return setting === undefined ? [] : [[name, setting] as const];
  });
  return {
    // Each field's value was checked by the schema that its type is made from
    ...(Object.fromEntries(entries) as Settings),
    ...(foundBy !== undefined && { configFile: foundBy, configNamed: false }),
  };
}

/** Settings that decide who reads a credential. */
const TRUSTED: ReadonlySet<FieldName> = new Set(['endpoint', 'ca', 'proxy']);

function fromRecall(name: FieldName, { recallId, kept, foundBy }: KeptSettings, cwd: string) {
  const given = kept[name];
  if (given === undefined) return undefined;
  const place = `${name} of recall ${recallId}`;
  if (foundBy === undefined || !TRUSTED.has(name))
    return check(name, { given, from: 'recall', place, base: cwd });
  const found = `${place}, in a ledger that ${foundBy} names,`;
  return check(name, { given, from: 'profile', place: found, base: cwd });
}

/** The app that flag or variable name. */
export const appNamed = ({ flags, env }: Pick<SettingsWorld, 'flags' | 'env'>): string | undefined =>
  textOf(flags['app']) ?? textOf(env['UNPUSH_APP']);

/** An empty variable is as good as none. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function fromFlag(name: FieldName, { flags, cwd }: Pick<SettingsWorld, 'flags' | 'cwd'>) {
  const given = flags[name];
  if (given === undefined) return undefined;
  return check(name, { given, from: 'flag', place: SETTINGS[name].flag, base: cwd });
}

function fromVariable(name: FieldName, { env, cwd }: Pick<SettingsWorld, 'env' | 'cwd'>) {
  const given = env[SETTINGS[name].variable];
  if (given === undefined || given === '') return undefined;
  return check(name, { given, from: 'variable', place: SETTINGS[name].variable, base: cwd });
}

function fromProfile(name: FieldName, found: FoundProfile | undefined) {
  const given = found?.profile[name];
  if (found === undefined || given === undefined) return undefined;
  const place = `apps.${found.app}.${name} in ${found.file}`;
  return check(name, { given, from: 'profile', place, base: dirname(found.file) });
}

interface Given {
  readonly given: unknown;
  readonly from: Setting<unknown>['from'];
  readonly place: string;
  /** What a relative path is relative to. */
  readonly base: string;
}

function check(name: FieldName, { given, from, place, base }: Given): Setting<unknown> {
  const field = FIELDS[name];
  const parsed = field.safeParse(asNumber(name, given));
  if (!parsed.success) {
    const reason = parsed.error.issues[0]?.message ?? 'is not what it must be';
    throw new SettingsError(`${place} is ${JSON.stringify(given)}: ${reason}`);
  }
  const value = SETTINGS[name].holds === 'path' ? resolve(base, String(parsed.data)) : parsed.data;
  return { value, from, place };
}

/** Flags and variables are text; a number is meant where the field wants one. */
function asNumber(name: FieldName, given: unknown): unknown {
  const isNumeric = typeof given === 'string' && /^-?\d+(\.\d+)?$/.test(given);
  return isNumeric && SETTINGS[name].holds === 'number' ? Number(given) : given;
}

/** The value, or an error that says every way to give it, and where a hint is given, ends with that. */
export function required<T>(setting: Setting<T> | undefined, name: FieldName, hint = ''): T {
  if (setting !== undefined) return setting.value;
  throw new SettingsError(
    `${SETTINGS[name].flag} is missing: give it as a flag, as the variable ${SETTINGS[name].variable}, or as "${name}" in a profile of unpush.config.json (\`unpush init\` writes one)${hint}`,
  );
}
