import type { Vendor } from '@unpush/core';
import type { Flags } from '../flags/read-flags.ts';
import type { ConnectionRoom } from './rooms/connection-room.ts';
import type { DoctorRoom } from './rooms/doctor-room.ts';
import type { EmulatorRoom } from './rooms/emulator-room.ts';
import type { InitRoom } from './rooms/init-room.ts';
import type { AppWords, KeptWords, NotificationWords, Selector, VendorWords } from './words/recall-words.ts';

/**
 * All that the command line knows of one vendor. The commands know the vendors through it only.
 *
 * The door itself has the words: lists and summaries need no more. What speaks to the vendor, or to a person about
 * it, lies in rooms that are loaded when they are entered.
 */
export interface VendorDoor {
  readonly vendor: Vendor;
  /** The most targets that it takes in one request. */
  readonly batchSize: number;
  readonly words: VendorWords;
  /**
   * Reads from the flags of `unpush revoke` which notification is meant, and whether it can still be revoked at
   * `now`, in milliseconds since 1970. Throws `SettingsError`.
   */
  readNotification(flags: Flags, now: number): AskedNotification;
  /** Checks a selector that was kept. Throws `InvalidRequestError`. */
  parseSelector(kept: Selector): Selector;
  /** What a person should know of a push of that age before its recall is begun: shown as warnings below the plan. */
  notesOnAge(age: KnownAge): readonly string[];
  /** The same of one whose recall goes on: below what is left. */
  notesOnResume(age: KnownAge): readonly string[];
  describeNotification(selector: Selector): NotificationWords;
  /** An app as the facts of a recall name it, and what the settings of the recall say of it beside that. */
  describeApp(app: string, kept?: KeptWords): AppWords;
  /** Requests. */
  connection(): Promise<ConnectionRoom>;
  /** Its part of `unpush doctor`. */
  doctor(): Promise<DoctorRoom>;
  /** Its part of `unpush init`. */
  init(): Promise<InitRoom>;
  /** Its part of `unpush emulate`. */
  emulator(): Promise<EmulatorRoom>;
}

/** A notification that somebody wants to take back. */
export interface AskedNotification {
  readonly selector: Selector;
  /**
   * The one target where the selector already says whom it went to, so that no list may be given. Without it, a
   * list must.
   */
  readonly onlyTarget?: string;
  /** When it was sent, in milliseconds since 1970, where that was said and counts. */
  readonly sentAt?: number;
  /** What a person should know before confirming it: shown as warnings below the plan. */
  readonly notes: readonly string[];
}

/** How old a push is, or at least is; both in milliseconds since 1970. */
export interface KnownAge {
  /** When it was sent, or the latest that it can have been. */
  readonly sentAt: number;
  readonly now: number;
  /** Somebody said when, rather than that it was no later. */
  readonly isExact?: boolean;
  /** How long its recall takes at the quota, in milliseconds, where there is one. */
  readonly neededMs?: number;
}
