import type { CatalogEntry } from './entry.ts';

/** What a vendor's table says of a code; the table's key is the code, and the table says the rest. */
export type CatalogRow = Pick<CatalogEntry, 'name' | 'message' | 'about' | 'advice' | 'source'>;

/** Rows by code. */
export type CatalogTable = Readonly<Record<string, CatalogRow>>;
