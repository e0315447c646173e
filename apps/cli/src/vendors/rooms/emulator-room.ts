import type { Emulator } from '@unpush/emulator';
import type { Workplace } from './workplace.ts';
import type { Flags } from '../../flags/read-flags.ts';

/** A vendor's part of `unpush emulate`. */
export interface EmulatorRoom {
  /** Reads which apps are ordered. Throws `SettingsError` naming the flag, its value and the remedy. */
  readOrders(flags: Flags): readonly AppOrder[];
}

/** Makes one app whose phones show a notification, and writes the files that are needed to take it back. */
export type AppOrder = (site: Site) => Promise<FurnishedApp>;

/** Where an app is made. */
export interface Site {
  readonly emulator: Emulator;
  readonly workplace: Workplace;
  /** How many phones it has. */
  readonly devices: number;
  /** Targets per second, which of mPaaS are requests; `undefined` for no limit. */
  readonly quota: number | undefined;
}

/** An app that is ready to be tried on. */
export interface FurnishedApp {
  /** What `--json` prints of it. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** Its name, for people. */
  readonly name: string;
  readonly devices: number;
  /** What every one of its phones shows: `notifyId 3114932`. */
  readonly shows: string;
  /** Its files: what they are, and where. */
  readonly files: readonly (readonly [label: string, path: string])[];
  /** What can be taken back, the usual way first. */
  readonly revokes: readonly FurnishedRevoke[];
}

/** A command that takes a notification of an app back. */
export interface FurnishedRevoke {
  /** What `--json` calls the command. */
  readonly fact: string;
  /** What a person reads above it. */
  readonly label: string;
  /** Its flags, each with its value; but for the endpoint's. */
  readonly flags: readonly (readonly [flag: string, value: string])[];
}
