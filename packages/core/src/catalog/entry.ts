import type { About, Advice } from '../revoker/advice.ts';

/** The vendors unpush speaks to. */
export const VENDORS = ['huawei', 'mpaas'] as const;
export type Vendor = (typeof VENDORS)[number];

/** The languages the catalog's texts come in. */
export const LANGUAGES = ['en', 'zh-cn'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where a row comes from, so that a reader can check it. */
export interface CatalogSource {
  /** The vendor's page; for what no page of the vendor states, where the general knowledge can be checked. */
  readonly url: string;
  /** The part of the page. */
  readonly section: string;
  /** When it was read (for `unconfirmed`: written down), as an ISO date. */
  readonly retrieved: string;
  /**
   * `page`: on the page of the revoke operation itself, or of the codes of the whole API. `elsewhere`:
   * documented by the vendor for another operation or product. `unconfirmed`: general knowledge that no page of
   * the vendor states for this product.
   */
  readonly confidence: 'page' | 'elsewhere' | 'unconfirmed';
}

/** What is known of one code. Its texts lie in the locales, under the same key. */
export interface CatalogEntry {
  readonly vendor: Vendor;
  /** A `code` stands in the answer's body, an `http` status in its head. */
  readonly kind: 'code' | 'http';
  /**
   * As text, whatever the vendor sends: `80000000`, `-1`, `SignatureNonceUsed`, `503`. One row can stand for a
   * family: a `*` at the end for any ending (`Throttling*` is also `Throttling.User`), `3xx` for the class.
   */
  readonly code: string;
  /** The vendor's symbolic name, where it has one. */
  readonly name?: string;
  /** The text the vendor sends along. */
  readonly message: string;
  readonly about: About;
  readonly advice: Advice;
  /** Whether the code alone proves that the target is dead and may be deleted. False for every code known. */
  readonly targetFatal: false;
  readonly source: CatalogSource;
}

/** The words for one code, in one language; our own, not the vendor's. */
export interface CatalogText {
  /** A few words. */
  readonly title: string;
  /** One or two sentences: what has happened. */
  readonly meaning: string;
  /** What can have led to it, likeliest first. */
  readonly causes: readonly string[];
  /** What to check and do. */
  readonly remedies: readonly string[];
  /** Where the vendor's page contradicts itself or speaks of another operation, and other doubts. */
  readonly note?: string;
}
