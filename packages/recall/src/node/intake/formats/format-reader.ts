import type { TargetChunk } from '../../../intake/target-source.ts';

/** What a reader knows of its file. */
export interface ReaderFile {
  /** As the person named it. */
  readonly label: string;
  readonly column?: string | number;
  readonly field?: string;
  /**
   * Gives memory for targets, as many bytes as it is asked for. Default: new memory each time. What it gave before is
   * no longer needed where the next chunk was asked for and the one before forgotten.
   */
  readonly memory?: Memory;
}

/** Gives as many bytes as it is asked for, with whatever is in them. */
export type Memory = (bytes: number) => Buffer;

/**
 * Finds the records in a file's bytes, which start after the byte order mark and are no longer compressed. Each
 * block of bytes is read over by the next.
 */
export type FormatReader = (bytes: AsyncIterable<Buffer>, file: ReaderFile) => AsyncIterable<TargetChunk>;
