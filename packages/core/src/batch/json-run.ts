/**
 * Targets as JSON strings behind one another: `"token-1","token-2"` and so on, in bytes that hold more of them.
 * Do not write to it.
 */
export interface JsonRun {
  /** UTF-8. Each string is followed by one byte, a comma, but for the last one, which may be. */
  readonly bytes: Uint8Array;
  /** `ends[index]` is where the string at `index` ends, after its quotation mark; the first one starts at 0. */
  readonly ends: Uint32Array;
  /** The first string of the run, by its index in `ends`. */
  readonly from: number;
  /** The one after the last. */
  readonly to: number;
}

/** Where the string at `index` starts: at its quotation mark. */
export function startOf(ends: Uint32Array, index: number): number {
  return index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
}

/** Where the string at `index` ends. */
export function endOf(ends: Uint32Array, index: number): number {
  return ends[index] ?? 0;
}
