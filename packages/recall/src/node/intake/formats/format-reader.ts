import type { TargetChunk } from '../../../intake/target-source.ts';

/** What a reader knows of its file. */
export interface ReaderFile {
  /** As the person named it. */
  readonly label: string;
  readonly column?: string | number;
  readonly field?: string;
}

/** Finds the records in a file's bytes, which start after the byte order mark and are no longer compressed. */
export type FormatReader = (bytes: AsyncIterable<Buffer>, file: ReaderFile) => AsyncIterable<TargetChunk>;
