import { SettingsError } from '../../errors/settings-error.ts';
import { clientIdProblem } from '../../settings/client-id-problem.ts';

/** What was asked for on the command line, checked. */
export interface EmulateRequest {
  readonly port: number;
  readonly host: string;
  readonly tls: boolean;
  /** `undefined` stands for a random one. */
  readonly clientIds: readonly (string | undefined)[];
  readonly devices: number;
  readonly notifyId: number;
  /** Targets per second. */
  readonly quota: number | undefined;
  readonly directory: string | undefined;
  readonly json: boolean;
}

type Flags = Readonly<Record<string, unknown>>;

/** Checks the flags of `unpush emulate`. Throws `SettingsError` naming the flag, its value and the remedy. */
export function readEmulateRequest(flags: Flags): EmulateRequest {
  return {
    port: readInteger(flags, { name: 'port', flag: '--port', least: 0, most: 65_535 }),
    host: String(flags['host']),
    tls: flags['tls'] === true,
    clientIds: readClientIds(flags['clientId']),
    devices: readInteger(flags, { name: 'devices', flag: '--devices', least: 0, most: 20_000_000 }),
    notifyId: readInteger(flags, { name: 'notifyId', flag: '--notify-id', least: 0, most: 2_147_483_647 }),
    quota:
      flags['quota'] === undefined
        ? undefined
        : readInteger(flags, { name: 'quota', flag: '--quota', least: 1, most: 1_000_000_000 }),
    directory: typeof flags['directory'] === 'string' ? flags['directory'] : undefined,
    json: flags['json'] === true,
  };
}

function readClientIds(given: unknown): EmulateRequest['clientIds'] {
  if (!Array.isArray(given)) return [undefined];
  const ids = given.map(String);
  for (const id of ids) {
    const problem = clientIdProblem(id);
    if (problem !== undefined) throw new SettingsError(`--client-id ${problem}`);
  }
  if (new Set(ids).size === ids.length) return ids;
  throw new SettingsError('--client-id stands twice with the same id: give each app its own');
}

interface IntegerFlag {
  readonly name: string;
  readonly flag: string;
  readonly least: number;
  readonly most: number;
}

function readInteger(flags: Flags, { name, flag, least, most }: IntegerFlag): number {
  const text = String(flags[name]);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new SettingsError(`${flag} is ${JSON.stringify(text)}: give a whole number from ${least} to ${most}`);
}
