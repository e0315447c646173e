import type { CatalogEntry } from '../catalog/entry.ts';
import type { Verdict } from '../revoker/verdict.ts';
import { hasCode, UnpushError, type UnpushErrorOptions } from './unpush-error.ts';

/** What a {@link VendorError} holds. */
export interface VendorErrorFacts extends UnpushErrorOptions {
  readonly verdict: Verdict;
  /** The catalog's row for the code; absent where the code is not known. */
  readonly entry?: CatalogEntry;
}

/** The vendor answered, and did not accept the request. */
export class VendorError extends UnpushError {
  override readonly name = 'VendorError';
  readonly code = 'VENDOR_REFUSED';
  readonly verdict: Verdict;
  readonly entry: CatalogEntry | undefined;

  constructor(message: string, facts: VendorErrorFacts) {
    super(message, facts);
    this.verdict = facts.verdict;
    this.entry = facts.entry;
  }

  /** The vendor's own code, as text. */
  get vendorCode(): string | undefined {
    return this.verdict.code;
  }

  /** The vendor's name for this exchange: quote it in a ticket. */
  get requestId(): string | undefined {
    return this.verdict.requestId;
  }

  static override isInstance(error: unknown): error is VendorError {
    return hasCode(error, 'VENDOR_REFUSED');
  }
}
