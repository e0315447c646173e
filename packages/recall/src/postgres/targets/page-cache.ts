import type { Span } from '../../spans/spans.ts';

/** A page in memory. */
export interface CachedPage {
  readonly recallId: string;
  readonly span: Span;
  readonly targets: readonly string[];
  /** What it takes, about. */
  readonly bytes: number;
}

/** So long after it was read, a page is read again: another process may have deleted its targets. */
const LIFE_MS = 60_000;

/** The pages that were used last, up to so many bytes, for a minute each. */
export interface PageCache {
  /** The page that holds this position. */
  readonly find: (recallId: string, position: number) => CachedPage | undefined;
  readonly add: (page: CachedPage) => void;
  /** Its targets are gone. */
  readonly drop: (recallId: string) => void;
}

interface Held {
  readonly page: CachedPage;
  /** By the monotonic clock. */
  readonly until: number;
}

export function pageCache(mostBytes: number): PageCache {
  /** The one that was used last comes last. */
  const pages = new Map<string, Held>();
  let bytes = 0;
  const remove = ({ page }: Held): void => {
    if (pages.delete(keyOf(page))) bytes -= page.bytes;
  };
  const hold = (held: Held): void => {
    remove(held);
    pages.set(keyOf(held.page), held);
    bytes += held.page.bytes;
    // The newest stays in any case: it is about to be used
    for (const oldest of pages.values()) {
      if (bytes <= mostBytes || oldest === held) return;
      remove(oldest);
    }
  };
  return {
    find(recallId, position) {
      const now = performance.now();
      for (const held of pages.values()) {
        const { page, until } = held;
        if (until <= now) remove(held);
        else if (page.recallId === recallId && position >= page.span[0] && position < page.span[1]) {
          hold(held);
          return page;
        }
      }
      return undefined;
    },
    add: (page) => hold({ page, until: performance.now() + LIFE_MS }),
    drop(recallId) {
      for (const held of pages.values()) if (held.page.recallId === recallId) remove(held);
    },
  };
}

const keyOf = ({ recallId, span: [first] }: CachedPage): string => `${recallId}/${first}`;
