import { SettingsError } from '../errors/settings-error.ts';

/** Options by camel-cased name, as typed. */
export type Flags = Readonly<Record<string, unknown>>;

/** What a repeatable flag was given. */
export const listFlag = (flags: Flags, name: string): readonly string[] => {
  const value = flags[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** Of these flags, those that were given. */
export const textFlags = <N extends string>(
  flags: Flags,
  names: readonly N[],
): Readonly<Partial<Record<N, string>>> =>
  Object.fromEntries(
    names.flatMap((name) => (typeof flags[name] === 'string' ? [[name, flags[name]]] : [])),
    // The names are those that the type has
  ) as Readonly<Partial<Record<N, string>>>;

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** `90s`, `30m`, `2h` in milliseconds. Throws {@link SettingsError}. */
export function readDuration(flag: string, text: string): number {
  const found = /^(\d+)([smh])$/.exec(text);
  const [, amount, unit] = found ?? [];
  if (unit === 's' || unit === 'm' || unit === 'h') return Number(amount) * UNITS[unit];
  throw new SettingsError(`${flag} is ${JSON.stringify(text)}: write a time such as 90s, 30m or 2h`);
}

/** A flag that takes a whole number. */
interface IntegerFlag {
  readonly name: string;
  readonly flag: `--${string}`;
  readonly least: number;
  readonly most: number;
}

/** The number that a flag was given. Throws {@link SettingsError}. */
export function readInteger(flags: Flags, { name, flag, least, most }: IntegerFlag): number {
  const text = String(flags[name]);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new SettingsError(`${flag} is ${JSON.stringify(text)}: give a whole number from ${least} to ${most}`);
}
