import type { Batch } from '@unpush/core';

/** A batch that is made when somebody asks for more than its count: whoever only counts targets need not wait. */
export function lateBatch(count: number, make: () => Batch): Batch {
  let made: Batch | undefined;
  const batch = (): Batch => (made ??= make());
  return {
    count,
    json: () => batch().json(),
    get jsonLength() {
      return batch().jsonLength;
    },
    writeJson: (into, at) => batch().writeJson(into, at),
    get targetBytes() {
      return batch().targetBytes;
    },
    targets: () => batch().targets(),
    run: () => batch().run(),
    slice: (start, end) => batch().slice(start, end),
    pick: (indices) => batch().pick(indices),
  };
}
