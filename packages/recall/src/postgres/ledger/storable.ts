/** As PostgreSQL takes it: no text there holds a NUL or half a surrogate pair, and a vendor may answer anything. */
export const storable = <T>(value: T): T | string =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value;

/** Rows for `jsonb_array_elements`, each an array of its columns. */
export const rowsJson = (rows: Iterable<readonly unknown[]>): string =>
  JSON.stringify(Array.from(rows, (row) => row.map(storable)));
