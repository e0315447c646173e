import { huaweiSelectorSchema, InvalidRequestError, parseRequest, type HuaweiSelector } from '@unpush/core';
import { SettingsError } from '../../errors/settings-error.ts';

/** What was asked for on the command line, checked. */
export interface RevokeRequest {
  readonly selector: HuaweiSelector;
  readonly files: readonly string[];
  readonly tokens: readonly string[];
  readonly format?: string;
  readonly column?: string;
  readonly field?: string;
  readonly dedupe: boolean;
  readonly giveUpAfterMs: number;
  readonly keepGoing: boolean;
  readonly dryRun: boolean;
  readonly confirm?: string;
  readonly mayAsk: boolean;
  readonly json: boolean;
  readonly report?: string;
  readonly reportAll: boolean;
}

type Flags = Readonly<Record<string, unknown>>;

/** Checks the flags of `unpush revoke`. Throws {@link SettingsError} naming the flag, its value and the remedy. */
export function readRevokeRequest(flags: Flags): RevokeRequest {
  const files = [...list(flags, 'tokens'), ...list(flags, 'targets')];
  const tokens = list(flags, 'token');
  if (files.length + tokens.length === 0) {
    throw new SettingsError(
      '--tokens is missing: give a file of push tokens (or - for standard input), or --token',
    );
  }
  if (files.filter((file) => file === '-').length > 1) {
    throw new SettingsError(
      '--tokens - stands more than once, but there is one standard input: give it once',
    );
  }
  if (flags['reportAll'] === true && flags['report'] === undefined) {
    throw new SettingsError('--report-all says what goes into the report: give --report FILE as well');
  }
  return {
    selector: readSelector(flags),
    files,
    tokens,
    ...optional(flags, 'format'),
    ...optional(flags, 'column'),
    ...optional(flags, 'field'),
    dedupe: flags['dedupe'] !== false,
    giveUpAfterMs: readDuration('--give-up-after', String(flags['giveUpAfter'])),
    keepGoing: flags['keepGoing'] === true,
    dryRun: flags['dryRun'] === true,
    ...optional(flags, 'confirm'),
    mayAsk: flags['input'] !== false,
    json: flags['json'] === true,
    ...optional(flags, 'report'),
    reportAll: flags['reportAll'] === true,
  };
}

const list = (flags: Flags, name: string): readonly string[] => {
  const value = flags[name];
  return Array.isArray(value) ? value.map(String) : [];
};

const optional = <N extends string>(flags: Flags, name: N): Readonly<Partial<Record<N, string>>> => {
  const value = flags[name];
  // A computed key is text to the compiler; here it is the very name that the type has
  return (typeof value === 'string' ? { [name]: value } : {}) as Readonly<Partial<Record<N, string>>>;
};

function readSelector(flags: Flags): HuaweiSelector {
  const notifyId = flags['notifyId'];
  if (notifyId === undefined) {
    throw new SettingsError('--notify-id is missing: give the notifyId that the message was sent with');
  }
  try {
    return parseRequest(huaweiSelectorSchema, {
      notifyId: asNumber(notifyId),
      pushType: asNumber(flags['pushType'] ?? 'notification'),
    });
  } catch (error) {
    if (!InvalidRequestError.isInstance(error)) throw error;
    const flag = { notifyId: '--notify-id', pushType: '--push-type' } as Readonly<Record<string, string>>;
    const problems = error.problems.map(({ field, problem }) => `${flag[field] ?? field} ${problem}`);
    throw new SettingsError(problems.join('\n'), { cause: error });
  }
}

/** A shell has only text: what is written as a number is meant as one, if a number can hold it exactly. */
function asNumber(value: unknown): unknown {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const number = Number(value);
  return String(number) === value ? number : value;
}

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** `90s`, `30m`, `2h` in milliseconds. */
function readDuration(flag: string, text: string): number {
  const found = /^(\d+)([smh])$/.exec(text);
  const [, amount, unit] = found ?? [];
  if (unit === 's' || unit === 'm' || unit === 'h') return Number(amount) * UNITS[unit];
  throw new SettingsError(`${flag} is ${JSON.stringify(text)}: write a time such as 90s, 30m or 2h`);
}
