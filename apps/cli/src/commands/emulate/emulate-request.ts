import type { Vendor } from '@unpush/core';
import { readInteger, type Flags } from '../../flags/read-flags.ts';
import { VENDOR_NAMES } from '../../settings/words.ts';
import { DEFAULT_VENDOR } from '../../settings/defaults.ts';

/** What was asked for on the command line, checked. */
export interface EmulateRequest {
  readonly vendor: Vendor;
  readonly port: number;
  readonly host: string;
  readonly tls: boolean;
  readonly devices: number;
  /** Targets per second. */
  readonly quota: number | undefined;
  readonly directory: string | undefined;
  readonly json: boolean;
}

/** Checks the flags of `unpush emulate`. Throws `SettingsError` naming the flag, its value and the remedy. */
export function readEmulateRequest(flags: Flags): EmulateRequest {
  return {
    vendor: VENDOR_NAMES.find((name) => name === flags['vendor']) ?? DEFAULT_VENDOR,
    port: readInteger(flags, { name: 'port', flag: '--port', least: 0, most: 65_535 }),
    host: String(flags['host']),
    tls: flags['tls'] === true,
    devices: readInteger(flags, { name: 'devices', flag: '--devices', least: 0, most: 20_000_000 }),
    quota:
      flags['quota'] === undefined
        ? undefined
        : readInteger(flags, { name: 'quota', flag: '--quota', least: 1, most: 1_000_000_000 }),
    directory: typeof flags['directory'] === 'string' ? flags['directory'] : undefined,
    json: flags['json'] === true,
  };
}
