/**
 * The targets that go into one request, as a value.
 *
 * A batch stands on strings (a caller's array) or on bytes (a file). Ask only for the form you need: the bytes
 * are what a request body wants, the strings cost one object a target.
 */
export interface Batch {
  /** How many targets. */
  readonly count: number;
  /** The targets as a JSON array of strings, UTF-8. Do not write to it. */
  json(): Uint8Array;
  /** The bytes of the targets' own text in {@link json}: without brackets, commas and quotation marks. */
  readonly targetBytes: number;
  /** The targets as strings, in order. */
  targets(): readonly string[];
  /** The targets from `start` up to, not including, `end`, as a batch of their own. */
  slice(start: number, end: number): Batch;
}
