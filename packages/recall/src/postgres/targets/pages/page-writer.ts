import { batchOf, joinBatches, type Batch } from '@unpush/core';
import type { Malformed, TargetChunk } from '../../../intake/target-source.ts';
import { digestOf, linesOf } from './page.ts';

/** A page as it stands in the database. */
export interface PageRow {
  /** The position of its first target, or of what comes next where it has none. */
  readonly first: number;
  /** Its place among all pages, counted from 0. */
  readonly number: number;
  readonly targets: number;
  /** SHA-256 of its lines. */
  readonly digest: Uint8Array;
  /** Absent of what somebody else keeps. */
  readonly lines?: Uint8Array;
  /** What was read between its targets and is none. */
  readonly passed?: Passed;
  /** Where it is read again, of what somebody else keeps; null for the first page. */
  readonly kept?: {
    readonly cursor: string | null;
    readonly read: number;
    readonly dropped: readonly number[];
  };
}

/** What was passed over in a reading; no more that are malformed than a page has targets. */
export interface Passed {
  readonly malformed: readonly Malformed[];
  readonly duplicate: number;
}

/** A request's worth: who sends one reads two pages at most, and each page is a row of some 110 KB. */
const PAGE_SIZE = 1000;

/** A piece of input that is no target can be long, and to know it again its beginning is enough. */
const SHOWN = 200;

/** Cuts chunks of any size into pages. */
export interface Paginator {
  add(chunk: TargetChunk): readonly PageRow[];
  /** The last page, if anything is left. */
  rest(): readonly PageRow[];
}

export function paginate(): Paginator {
  let first = 0;
  let number = 0;
  let left: Batch = batchOf([]);
  let malformed: Malformed[] = [];
  let duplicate = 0;
  const cut = (): PageRow => {
    const batch = left.slice(0, PAGE_SIZE);
    const lines = linesOf(batch);
    const passed =
      malformed.length > 0 || duplicate > 0
        ? { malformed: malformed.slice(0, PAGE_SIZE), duplicate }
        : undefined;
    const page = { first, number, targets: batch.count, digest: digestOf(lines), lines };
    first += batch.count;
    number += 1;
    left = left.slice(PAGE_SIZE, left.count);
    malformed = malformed.slice(PAGE_SIZE);
    duplicate = 0;
    return passed === undefined ? page : { ...page, passed };
  };
  return {
    add(chunk) {
      left = joinBatches([left, chunk.targets]);
      for (const one of chunk.malformed) malformed.push({ ...one, text: one.text.slice(0, SHOWN) });
      duplicate += chunk.duplicate;
      const pages: PageRow[] = [];
      // By either of them: a list of another kind than targets may hold not one
      while (left.count >= PAGE_SIZE || malformed.length >= PAGE_SIZE) pages.push(cut());
      return pages;
    },
    rest: () => (left.count > 0 || malformed.length > 0 || duplicate > 0 ? [cut()] : []),
  };
}
