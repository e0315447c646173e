import type { JsonRun } from './json-run.ts';

/**
 * The targets that go into one request, as a value.
 *
 * A batch stands on strings (a caller's array) or on bytes (a file), and one cannot be told from the other by what
 * it gives. Ask only for the form you need: the bytes are what a request body wants, the strings cost one object
 * a target.
 */
export interface Batch {
  /** How many targets. */
  readonly count: number;
  /** The targets as a JSON array of strings, UTF-8. Do not write to it. */
  json(): Uint8Array;
  /** How many bytes {@link json} has. */
  readonly jsonLength: number;
  /** Writes {@link json} to `into`, from `at` on: the way into a request body that makes no copy on the way. */
  writeJson(into: Uint8Array, at: number): void;
  /** The bytes of the targets' own text in {@link json}: without brackets, commas and quotation marks. */
  readonly targetBytes: number;
  /** The targets as strings, in order. */
  targets(): readonly string[];
  /** The JSON of each target by itself. */
  run(): JsonRun;
  /** The targets from `start`, 0 or more, up to, not including, `end`, as a batch of their own. */
  slice(start: number, end: number): Batch;
  /** The targets at these indices, in this order, as a batch of their own. Indices beyond the end are passed over. */
  pick(indices: readonly number[]): Batch;
}
