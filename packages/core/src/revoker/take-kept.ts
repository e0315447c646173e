import type { Revoker } from './revoker.ts';

/** A selector as recalls keep it, in the vendor's words. */
export type KeptSelector = Readonly<Record<string, string | number>>;

/** A vendor's revoker for selectors as they are kept: each is checked once more before it goes out. */
export const takeKept = <S>(
  revoker: Revoker<S>,
  parse: (kept: KeptSelector) => S,
): Revoker<KeptSelector> => ({
  batchSize: revoker.batchSize,
  attempt: async (selector, batch, options) => revoker.attempt(parse(selector), batch, options),
  renewCredential: (refused) => revoker.renewCredential(refused),
});
