/** A row as a database gives it, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** What is written to a column. */
export type ColumnValue = string | number | null;

export function integer(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw unexpected(column, value);
  return value;
}

export function text(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw unexpected(column, value);
  return value;
}

export function blob(row: Row | undefined, column: string): Uint8Array {
  const value = row?.[column];
  if (!(value instanceof Uint8Array)) throw unexpected(column, value);
  return value;
}

/** `undefined` for NULL. */
export function maybeInteger(row: Row | undefined, column: string): number | undefined {
  return row?.[column] === null ? undefined : integer(row, column);
}

/** `undefined` for NULL. */
export function maybeText(row: Row | undefined, column: string): string | undefined {
  return row?.[column] === null ? undefined : text(row, column);
}

/** The database is sound, but somebody else than us has written to it. */
export class UnexpectedColumn extends Error {
  override readonly name = 'UnexpectedColumn';
}

const unexpected = (column: string, value: unknown): UnexpectedColumn =>
  new UnexpectedColumn(`the column ${column} holds ${value === null ? 'null' : typeof value}`);
