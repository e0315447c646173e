import { ENTRY_WORDS, HASH_WORDS, sipHashOfBytes } from '@unpush/recall';
import type { ListRow } from '../rows/list-row.ts';
import { allIn, readPage, type Page } from '../rows/read-page.ts';
import { giveBack } from '../give-back.ts';
import { letOthers } from '../let-others.ts';

/** Hashes of the targets on some pages. */
export interface HashRound {
  /** A hash and the index of its target among all, five words each. */
  readonly entries: Uint32Array;
  /** The first page that it does not hold. */
  readonly nextPage: number;
}

export interface RoundToHash {
  readonly firstPage: number;
  /** After how many targets it ends, at the end of a page. */
  readonly targets: number;
  /** Is given each page that is read. */
  readonly onPage: (page: Page) => Promise<void>;
}

/** Hashes the targets on pages from one on, until there are enough. */
export async function hashRound(
  sql: SqlStorage,
  list: ListRow,
  { firstPage, targets: most, onPage }: RoundToHash,
): Promise<HashRound> {
  const hash = sipHashOfBytes(list.hashKey);
  const into = new Uint32Array(HASH_WORDS);
  const all = list.read - list.malformed;
  let entries = new Uint32Array(Math.min(most, all) * ENTRY_WORDS);
  let at = 0;
  let number = firstPage;
  for (; number < list.pages && at < most * ENTRY_WORDS; number++) {
    const page = await readPage(sql, list, number);
    await onPage(page);
    if (at + page.targets * ENTRY_WORDS > entries.length) {
      const larger = new Uint32Array(at + page.targets * ENTRY_WORDS);
      larger.set(entries);
      entries = larger;
    }
    const used: Uint8Array[] = [page.lines];
    let index = page.first;
    for (const { targets } of allIn(list, page)) {
      const { bytes, ends, from, to } = targets.run();
      let start = from === 0 ? 0 : (ends[from - 1] ?? 0) + 1;
      for (let own = from; own < to; own++) {
        const end = ends[own] ?? 0;
        hash(bytes, { start, end, into });
        // One by one: set() of four words takes longer than the four
        for (let word = 0; word < HASH_WORDS; word++) entries[at + word] = into[word] ?? 0;
        entries[at + HASH_WORDS] = index;
        at += ENTRY_WORDS;
        index += 1;
        start = end + 1;
      }
      used.push(bytes);
    }
    giveBack(...used);
    await letOthers();
  }
  return { entries: entries.subarray(0, at), nextPage: number };
}
