import { show } from '@unpush/core';

/**
 * Of which kind a value is, where it stands in place of an object or a function: people put a connection string there,
 * or a key. A secret in the wrong place is a secret still.
 */
export const kindShown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `a ${typeof value}` : show(value);
