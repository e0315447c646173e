import type { MetFields } from '../json/target-field.ts';
import type { TargetChunk } from '../target-source.ts';

/** How a list of lines is read. */
export interface ListReaderOptions {
  /** `txt`: a target a line. `ndjson`: JSON a line, a string or an object with a field. */
  readonly format: 'txt' | 'ndjson';
  /** The list, for errors and places. */
  readonly label: string;
  /** NDJSON: the field of the targets, where each is an object; dots lead into nested ones. */
  readonly field?: string;
  /** What a person names the field with. Default `--field`. */
  readonly fieldOption?: string;
  /** What another reader has met of the same list. */
  readonly met?: MetFields;
}

/** Reads the lines of a list, some thousands at a time, wherever JavaScript runs. */
export interface ListReader {
  /**
   * What stands on these whole lines, as UTF-8 without a byte order mark; only the last line of a list may lack its
   * line feed. Blank lines are not counted. The bytes are copied, and left as they are.
   *
   * @param firstLine The number of the first of them, counted from 1.
   * @throws InputError where a line of NDJSON is no JSON, or several of its fields could be meant.
   */
  read(lines: Uint8Array, firstLine: number): Iterable<TargetChunk>;
  /** What was met so far: JSON, for the reader that goes on. */
  readonly met: MetFields;
  /** @throws InputError where there were objects and none had the field. */
  assertFound(): void;
}
