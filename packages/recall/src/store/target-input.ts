import type { PagedTargets } from './paged-targets.ts';

/** Whom a notification went to, as a program says it. */
export type TargetInput = GivenTargets | TargetFiles | TargetStream | PagedInput;

/** Targets one by one: an array, a set, a generator, a database cursor. */
export interface GivenTargets {
  readonly targets: Iterable<string> | AsyncIterable<string>;
}

/** Files on this machine, read in this order. */
export interface TargetFiles {
  readonly files: readonly TargetFile[];
}

/** A file of targets. What is left out is told from the file's name. */
export interface TargetFile extends TargetFormat {
  readonly path: string;
}

/** Bytes that come in, such as an upload; gzip is found by itself. */
export interface TargetStream extends TargetFormat {
  readonly stream: AsyncIterable<Uint8Array>;
}

/** How targets stand in bytes. */
export interface TargetFormat {
  /** `txt`, `csv`, `ndjson` or `json`. */
  readonly format?: string;
  /** CSV: the column of the targets, by its name or its position, counted from 1. */
  readonly column?: string | number;
  /** NDJSON and JSON: the field of the targets, where each is an object; dots lead into nested ones. */
  readonly field?: string;
}

/** Pages that somebody keeps for us, such as rows of the team's own database. */
export interface PagedInput {
  readonly pages: PagedTargets;
  /** Under which name another process knows them. */
  readonly name: string;
  /** What they are asked with, as JSON: which campaign, which day. No secrets: it is kept with the recall. */
  readonly parameters?: unknown;
}
