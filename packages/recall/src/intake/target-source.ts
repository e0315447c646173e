import type { Batch } from '@unpush/core';

/** Where a target stands in the input. */
export interface Place {
  /** The file as the person named it; `-` for standard input. */
  readonly file: string;
  /** Counted from 1; for an array that stands on one line, still that line. */
  readonly line: number;
}

/**
 * Why a piece of input is no target. The format of tokens is undocumented, so nothing else is malformed. An object
 * without the field of targets is told by the name of that field, where it is known.
 */
export type MalformedReason =
  | 'empty'
  | 'inner whitespace'
  | 'control character'
  | 'invalid UTF-8'
  | 'not a string'
  | 'no field of a target'
  | `no field "${string}"`;

/** A piece of input that is no target. */
export interface Malformed {
  readonly reason: MalformedReason;
  /** As it was read; may be a token that was damaged, so it is shown masked. */
  readonly text: string;
  readonly place?: Place;
}

/** What a reading has met. `read = malformed + duplicate + targets`. */
export interface IntakeTotals {
  readonly read: number;
  readonly malformed: number;
  readonly duplicate: number;
}

/** A run of the input: targets that are well-formed and, with dedupe on, were not met before. */
export interface TargetChunk {
  /** As many as there are in this run, on strings or on bytes; a request's batch is cut out of it. */
  readonly targets: Batch;
  /** Where the target at `index` stands; absent where the input is no file. */
  readonly place?: (index: number) => Place;
  /** What was passed over in this run. */
  readonly malformed: readonly Malformed[];
  /** How many duplicates were dropped in this run. */
  readonly duplicate: number;
}

/** The port through which targets come in: any length, in constant memory. */
export interface TargetSource {
  /** What a whole reading will meet, where that is known beforehand. */
  readonly totals?: IntakeTotals;
  /** Reads from the start, in order. Each call is a reading of its own. */
  read(options?: { readonly signal?: AbortSignal }): AsyncIterable<TargetChunk>;
}
