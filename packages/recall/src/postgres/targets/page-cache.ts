import type { Span } from '../../spans/spans.ts';

/** A page in memory. */
export interface CachedPage {
  readonly recallId: string;
  readonly span: Span;
  readonly targets: readonly string[];
  /** What it takes, about. */
  readonly bytes: number;
}

/** The pages that were used last, up to so many bytes. */
export interface PageCache {
  /** The page that holds this position. */
  find(recallId: string, position: number): CachedPage | undefined;
  add(page: CachedPage): void;
}

export function pageCache(mostBytes: number): PageCache {
  /** The one that was used last comes last. */
  const pages: CachedPage[] = [];
  let bytes = 0;
  return {
    find(recallId, position) {
      const index = pages.findLastIndex(
        ({ recallId: of, span }) => of === recallId && span[0] <= position && position < span[1],
      );
      const page = pages[index];
      if (page !== undefined) pages.push(...pages.splice(index, 1));
      return page;
    },
    add(page) {
      pages.push(page);
      bytes += page.bytes;
      while (bytes > mostBytes && pages.length > 1) bytes -= pages.shift()?.bytes ?? 0;
    },
  };
}
