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
  readonly find: (recallId: string, position: number) => CachedPage | undefined;
  readonly add: (page: CachedPage) => void;
  /** Its targets are gone. */
  readonly drop: (recallId: string) => void;
}

export function pageCache(mostBytes: number): PageCache {
  /** The one that was used last comes last. */
  const pages = new Map<string, CachedPage>();
  let bytes = 0;
  const remove = (page: CachedPage): void => {
    if (pages.delete(keyOf(page))) bytes -= page.bytes;
  };
  const add = (page: CachedPage): void => {
    remove(page);
    pages.set(keyOf(page), page);
    bytes += page.bytes;
    // The newest stays in any case: it is about to be used
    for (const oldest of pages.values()) {
      if (bytes <= mostBytes || oldest === page) return;
      remove(oldest);
    }
  };
  return {
    find(recallId, position) {
      for (const page of pages.values()) {
        if (page.recallId !== recallId || position < page.span[0] || position >= page.span[1]) continue;
        add(page);
        return page;
      }
      return undefined;
    },
    add,
    drop(recallId) {
      for (const page of pages.values()) if (page.recallId === recallId) remove(page);
    },
  };
}

const keyOf = ({ recallId, span: [first] }: CachedPage): string => `${recallId}/${first}`;
