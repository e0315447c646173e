import type { ListRow } from '../rows/list-row.ts';

type Stored = Record<'number' | 'first' | 'targets' | 'duplicate', number> & {
  readonly dropped: ArrayBuffer | null;
};

/** Notes on their pages which targets are duplicates, by their index among all, in ascending order. */
export function markDropped(sql: SqlStorage, { id }: ListRow, indexes: readonly number[]): void {
  let next = 0;
  if (indexes.length === 0) return;
  const pages = sql.exec<Stored>(
    'SELECT number, first, targets, duplicate, dropped FROM list_pages WHERE list = ? ORDER BY number',
    id,
  );
  for (const { number, first, targets, duplicate, dropped } of pages.toArray()) {
    const before = next;
    const bits = new Uint8Array(Math.ceil(targets / 8));
    for (let index = indexes[next]; index !== undefined && index < first + targets; index = indexes[next]) {
      const at = index - first;
      bits[at >>> 3] = (bits[at >>> 3] ?? 0) | (1 << (at & 7));
      next += 1;
    }
    if (next === before) continue;
    if (dropped !== null) {
      const old = new Uint8Array(dropped);
      for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (old[at] ?? 0);
    }
    sql.exec(
      'UPDATE list_pages SET dropped = ?, duplicate = ? WHERE list = ? AND number = ?',
      ...[bits.buffer, duplicate + next - before, id, number],
    );
  }
}
