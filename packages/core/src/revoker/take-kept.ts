import type { Revoker } from '@unpush/core';
import type { Selector } from './app.ts';

/** A vendor's revoker for selectors as they are kept: each is checked once more before it goes out. */
export const takeKept = <S>(revoker: Revoker<S>, parse: (kept: Selector) => S): Revoker<Selector> => ({
  batchSize: revoker.batchSize,
  attempt: async (selector, batch, options) => revoker.attempt(parse(selector), batch, options),
  renewCredential: (refused) => revoker.renewCredential(refused),
});
