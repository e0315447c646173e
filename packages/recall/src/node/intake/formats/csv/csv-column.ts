import type { InputError } from '../../../../intake/input-error.ts';
import { inputFault } from '../../../../intake/input-fault.ts';
import type { ReaderFile } from '../format-reader.ts';
import { listNames, TARGET_NAMES } from '../../../../intake/target-names.ts';

/** Where the targets of a CSV file stand. */
export interface CsvColumn {
  /** Counted from 0. */
  readonly index: number;
  /** Whether the first row names the columns and holds no target. */
  readonly hasHeader: boolean;
}

/**
 * Reads off the first row where the targets stand.
 *
 * A column asked for by name makes the first row a header. By position, or where there is but one column, the
 * first row is a header only if that cell is a name that targets go by (`token` and the like): a header taken for
 * a target is refused by the vendor and reported, but a target taken for a header would be lost unseen.
 */
export function csvColumn(firstRow: readonly string[], { label, column }: ReaderFile): CsvColumn {
  const names = firstRow.map((cell) => cell.trim());
  if (column === undefined) return unasked(names, label);
  const named = names.flatMap((name, index) => (name === column ? [index] : []));
  const [index] = named;
  if (named.length === 1 && index !== undefined) return { index, hasHeader: true };
  if (named.length > 1) {
    throw failure(
      label,
      `there are ${named.length} columns "${column}". Give the position with --column.`,
      names,
    );
  }
  if (/^\d+$/.test(String(column))) return byPosition(names, { position: Number(column), label });
  throw failure(label, `there is no column "${column}". Name another one with --column.`, names);
}

function unasked(names: readonly string[], label: string): CsvColumn {
  if (names.length === 1) return { index: 0, hasHeader: isTargetName(names[0]) };
  const known = names.flatMap((name, index) => (isTargetName(name) ? [index] : []));
  const [index] = known;
  if (known.length === 1 && index !== undefined) return { index, hasHeader: true };
  throw failure(label, 'there are several columns. Name the one of the targets with --column.', names);
}

function byPosition(
  names: readonly string[],
  { position, label }: { readonly position: number; readonly label: string },
): CsvColumn {
  const index = position - 1;
  if (index < 0 || index >= names.length) {
    throw failure(label, `there is no column ${position}. Positions are counted from 1.`, names);
  }
  return { index, hasHeader: isTargetName(names[index]) };
}

function isTargetName(name: string | undefined): boolean {
  return TARGET_NAMES.some((known) => known.toLowerCase() === name?.toLowerCase());
}

function failure(file: string, what: string, names: readonly string[]): InputError {
  return inputFault({ file, what: `${what} The columns are ${listNames(names)}.` });
}
