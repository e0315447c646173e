import type { Revoker, Vendor } from '@unpush/core';

/** A selector as recalls keep it: checked, in the vendor's words. */
export type Selector = Readonly<Record<string, string | number>>;

/** An app, as its options say. */
export interface GatewayApp {
  /** Our own name of it. */
  readonly name: string;
  readonly vendor: Vendor;
  /** In the vendor's words: Huawei's client id; of mPaaS app and workspace, with a slash between. */
  readonly vendorApp: string;
  readonly endpoint: string;
  /**
   * Loads the credential, and makes ready to send; nothing is sent. The same revoker for as long as the credential
   * is the same, which may be another by then. Rejects with `CredentialError`.
   */
  readonly connect: () => Promise<Revoker<Selector>>;
  readonly quota?: number;
  readonly concurrency: number;
  /** Checks a selector as a caller gives it; numbers may be text, as in a query. Throws `InvalidRequestError`. */
  readonly parseSelector: (given: Readonly<Record<string, unknown>>) => Selector;
  /** The fields that a selector can have, as a query names them. */
  readonly selectorFields: readonly string[];
  /** The one target of a selector that says it all (an mPaaS task); `undefined` of any other. */
  readonly onlyTarget: (selector: Selector) => string | undefined;
}
