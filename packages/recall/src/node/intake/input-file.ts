import type { IntakeTotals } from '../../intake/target-source.ts';
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
}

/** What a reading of one file has met. */
export interface InputFileFacts extends IntakeTotals {
  /** As the person named it. */
  readonly path: string;
  readonly format: InputFormat;
  /** Whether it is compressed; its content says so, not its name. */
  readonly gzip: boolean;
  /** Its size as it lies there: compressed, where it is. */
  readonly bytes: number;
  /** The SHA-256 of those bytes, in hexadecimal. */
  readonly digest: string;
}
