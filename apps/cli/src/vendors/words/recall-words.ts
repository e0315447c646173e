import type { RecallFacts } from '@unpush/recall';
import type { Vendor } from '@unpush/core';

/** A thing by its name, for one and for many of it. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** How a vendor's things are called. */
export interface VendorWords {
  /** Whose catalog explains the codes; absent for a vendor that this version does not know. */
  readonly catalog?: Vendor;
  /** What tells an app apart, and may therefore be the wrong one: `client id`. */
  readonly appId: string;
  /** All that is kept of the app when a recall goes on, where that is more than {@link appId}. */
  readonly keptOfApp?: string;
  /** Codes and HTTP statuses that say that the app is a wrong one. */
  readonly wrongApp?: readonly string[];
  /** What shows the vendor who asks, and holds for its time only: `a JWT`, `JWTs`. */
  readonly credential: Noun;
  /** The flag by which another one is given when a recall goes on: `--service-account FILE`. */
  readonly credentialFlag?: string;
  /** What has happened when a refused credential was replaced, as a sentence. */
  readonly renewed: string;
  /** The same when what replaced it was refused as well, with what to do. */
  readonly refusedTwice: string;
}

/** How an app is told of. */
export interface AppWords {
  /** For people: `client id 104012345`. */
  readonly text: string;
  /** For `--json`: `{ clientId: '104012345' }`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The settings that a recall was begun with, by name. */
export type KeptWords = Readonly<Record<string, unknown>>;

/** How a notification is told of. */
export interface NotificationWords {
  /** What has to be typed to confirm a recall of it, and what that is called. */
  readonly id: { readonly name: string; readonly value: string };
  /** Of which kind it is, where there are several: in full, and in a column of a list (there the usual kind is ''). */
  readonly kind?: { readonly full: string; readonly brief: string };
  /** Whom it went to: `token`. */
  readonly target: Noun;
  /** What is done to one that is taken back by its id alone, without a list: ends the sentence `Type the taskId to`. */
  readonly whole?: string;
}

/** How everything about a recall is called: what plans, lists and summaries speak with. */
export interface RecallWords {
  readonly vendor: VendorWords;
  readonly app: AppWords;
  readonly notification: NotificationWords;
}

/** Which notification, in the vendor's words: as plans, ledgers and summaries have it. */
export type Selector = RecallFacts['selector'];
