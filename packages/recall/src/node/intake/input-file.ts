import type { FileFacts } from '../../summary/facts.ts';
import type { InputFormat } from './formats/input-format.ts';

/** A file of targets, as a person names it. */
export interface InputFile {
  /** A path, or `-` for standard input. */
  readonly path: string;
  /** `txt`, `csv`, `ndjson` or `json`; where absent, the file's name says it, and `txt` where that does not. */
  readonly format?: string;
  /**
   * CSV: the column of the targets, by its name in the first row or its position, counted from 1. Digits alone
   * are a position unless a column is named so.
   */
  readonly column?: string | number;
  /** NDJSON and JSON: the field of the targets, where each is an object; dots lead into nested ones. */
  readonly field?: string;
  /**
   * Where its bytes were written down before (see {@link InputFileFacts.spool}): then they are read from there, and
   * nothing is read from `path`. The file is the caller's.
   */
  readonly spool?: string;
}

/** What a reading of one file has met. */
export interface InputFileFacts extends FileFacts {
  readonly format: InputFormat;
  /** Where its bytes were written down, of what can be read only once. */
  readonly spool?: string;
}
