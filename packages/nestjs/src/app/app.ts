import type { Revoker, Vendor } from '@unpush/core';
import type { Pacer } from '@unpush/recall';
import type { HuaweiClient, MpaasClient } from '@unpush/transport';
import type { LastExchanges } from './exchange-log.ts';

/** Which notification, in the vendor's words. */
export type Selector = Readonly<Record<string, string | number>>;

/** An app at its vendor, ready for use. Whoever works on recalls knows the vendors through it only. */
export interface UnpushApp {
  /** As the options name it. */
  readonly name: string;
  readonly vendor: Vendor;
  /** In the vendor's words, as the facts of a recall have it. */
  readonly vendorApp: string;
  /** Where requests go. */
  readonly endpoint: string;
  readonly client: HuaweiClient | MpaasClient;
  /** One exchange at a time. Its selectors are checked. */
  readonly revoker: Revoker<Selector>;
  /** One for all recalls of the app in this process. */
  readonly pacer: Pacer;
  /** The most requests under way at once. */
  readonly concurrency: number;
  /** Checks which notification is meant, and puts it as the ledger keeps it. Throws `InvalidRequestError`. */
  readonly parseSelector: (selector: unknown) => Selector;
  /** The one target where the selector already says whom the notification went to, so that no list may be given. */
  readonly onlyTarget: (selector: Selector) => string | undefined;
  /** Signs something, without sending it. Rejects with `CredentialError`. */
  readonly checkCredential: () => Promise<void>;
  /** How the last exchanges made by this process have ended; `undefined` before the first one. */
  readonly lastExchanges: () => LastExchanges | undefined;
}

/** The apps of the module. */
export interface UnpushApps {
  /** Throws an error that names the apps there are. */
  get(name?: string): UnpushApp;
  readonly all: readonly UnpushApp[];
}
