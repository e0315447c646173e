import { LedgerError } from '@unpush/recall';

/** The documented limit of a row, in bytes: https://developers.cloudflare.com/durable-objects/platform/limits/ */
export const ROW_BYTES = 2_000_000;

/** What a number takes, and more. */
const OTHERS = 16;

/**
 * Throws where a row is too large. The platform refuses it as well, but the local runtime does not.
 *
 * @throws LedgerError `no-room`.
 */
export function checkRowSize(values: readonly (SqlStorageValue | undefined)[]): void {
  if (mostBytes(values) <= ROW_BYTES) return;
  const bytes = values.reduce<number>((sum, value) => sum + bytesOf(value), 0);
  if (bytes <= ROW_BYTES) return;
  throw new LedgerError(
    `A row of ${bytes} bytes is larger than the ${ROW_BYTES} that this app's object can store. Nothing of it was written. Give fewer or shorter settings, or smaller batches.`,
    { problem: 'no-room' },
  );
}

/** Without looking into texts: no character takes more than three bytes a unit. */
const mostBytes = (values: readonly (SqlStorageValue | undefined)[]): number =>
  values.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? 3 * value.length : bytesOf(value)),
    0,
  );

function bytesOf(value: SqlStorageValue | undefined): number {
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  return value instanceof ArrayBuffer ? value.byteLength : OTHERS;
}
