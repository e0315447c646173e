/** Who has never named a vendor may not know that there is a choice; to be put at the end of what is missing. */
export const otherVendorHint = (vendor: unknown): string =>
  vendor === undefined ? ' (for mPaaS give --vendor mpaas)' : '';
