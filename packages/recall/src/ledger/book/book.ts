import { coverage, type Coverage } from '../../spans/coverage.ts';
import { joinSpans } from '../../spans/spans.ts';
import type { Change, Stored } from './storage.ts';
import type { OpenRow, Standing } from './standing.ts';

/** What the owner of a recall has in mind while it works: the same as lies in the storage. */
export interface Book {
  standing: Standing;
  readonly open: Map<number, OpenRow>;
  readonly codes: Map<string, number>;
  /** The positions that are in an open batch or have their outcome. */
  readonly covered: Coverage;
}

export const bookOf = ({ standing, open, codes, settled }: Stored): Book => ({
  standing,
  open: new Map(open.map((row) => [row.batch, row])),
  codes: new Map(codes),
  covered: coverage(joinSpans([settled, ...open.map(({ spans }) => spans)])),
});

/** Takes over what was written. */
export function takeOver(book: Book, { standing, fresh, put, closed, codes }: Change): void {
  book.standing = standing;
  if (fresh) book.covered.add(fresh);
  for (const row of put ?? []) book.open.set(row.batch, row);
  for (const batch of closed ?? []) book.open.delete(batch);
  for (const [code, targets] of codes ?? []) {
    if (targets === 0) book.codes.delete(code);
    else book.codes.set(code, targets);
  }
}
