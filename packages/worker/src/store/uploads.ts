import type { InputFacts, Malformed, TargetChunk, TargetSource } from '@unpush/recall';

/** How the list of an upload is written. */
export type UploadFormat = 'txt' | 'ndjson';

/** How a list is read. The same for all of its parts. */
export interface ListReading {
  readonly format: UploadFormat;
  /** NDJSON: the field of the targets, where each is an object; dots lead into nested ones. */
  readonly field?: string;
  readonly dedupe: boolean;
  /** How the list is called in the record of the recall. Default `upload`. */
  readonly name?: string;
  /** How many bytes it has in all, after gunzip, where that was said: it is complete with these, and with no others. */
  readonly length?: number;
}

/** The most that is taken in. */
export interface ListLimits {
  /** Bytes of the whole list, after gunzip. */
  readonly bytes: number;
  readonly targets: number;
}

/** A part of a list that comes in. */
export interface ListPart {
  /** Where it begins in the list, in bytes after gunzip: where the parts before have ended. */
  readonly offset: number;
  /** Plain or gzip, told by its first bytes. */
  readonly body: ReadableStream<Uint8Array>;
  /** Whether the list ends with it. Of a list that goes on, a last line without its line feed is not taken in. */
  readonly isLast: boolean;
  /** Of one from the start on: whether it can have come before. What stands of the list is compared, not taken in. */
  readonly isAgain?: boolean;
}

/** How far a list has come. */
export interface ListStanding {
  /** Bytes taken in for good, after gunzip; at the end of a line. */
  readonly offset: number;
  readonly complete: boolean;
  readonly length?: number;
  /** Whether a part is coming in at this moment. */
  readonly underWay: boolean;
  readonly totals: { readonly read: number; readonly malformed: number };
}

/**
 * What becomes of targets that are read. Those to keep stay as long as their reader has them. Those read `in-passing`
 * stay until others of another page are asked for: their memory is given back then, for the garbage of a whole list is
 * more than an object may hold.
 */
export type ListUse = 'to-keep' | 'in-passing';

/**
 * The lists of targets in an object's storage. Each piece is there for good before the next is asked for, so that a
 * list that breaks off goes on where it stood, also after an eviction.
 */
export interface TargetLists {
  /** Makes room for a list. One that is there already begins anew. */
  begin(recallId: string, reading: ListReading): void;
  /**
   * Takes in a part, in constant memory. Rejects with an `InputError` where the body breaks off, is no gzip or too
   * much (`ListTooLarge`); the whole lines that came before stay, but of a damaged gzip none. Rejects with an
   * `UploadConflict` where `offset` is not where the list stands, another part is still coming in, or the list would
   * end at another length than was said, and with `ListDiffers` where a part that came again is another one.
   */
  append(recallId: string, part: ListPart, limits: ListLimits): Promise<ListStanding>;
  /**
   * Takes in a whole list of chunks that somebody else reads, such as of an array in JSON. Of a list that is complete
   * it compares them: rejects with `ListDiffers` where they are others.
   */
  fill(recallId: string, chunks: AsyncIterable<TargetChunk>, limits?: ListLimits): Promise<ListStanding>;
  standing(recallId: string): ListStanding | undefined;
  /** Of a complete list: finds duplicates, and says what was read. Goes on where it stood after an eviction. */
  settle(recallId: string): Promise<SettledList>;
  /** The targets of a settled list, read again and compared with what was written. Default: `to-keep`. */
  source(recallId: string, how?: ListUse): TargetSource;
  remove(recallId: string): void;
}

/** A list that was read to its end. */
export interface SettledList {
  readonly facts: InputFacts;
  /** The first ten pieces that are no targets. */
  readonly firstMalformed: readonly Malformed[];
}
