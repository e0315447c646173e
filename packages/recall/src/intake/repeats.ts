/** The words of a hash of 128 bits. */
export const HASH_WORDS = 4;

/** The words of an entry: a hash and the index of its text. */
export const ENTRY_WORDS = HASH_WORDS + 1;

/** Where hashes are looked for, and who is told of the ones that come again. */
export interface RepeatSearch {
  /** Of {@link tableFor}, for as many entries; it is written over. */
  readonly table: Uint32Array;
  /** Told the index of a text whose hash came before, in the order of the entries. */
  readonly onRepeat: (index: number) => void;
}

/** Memory to look for repeats among entries of that many words. */
export function tableFor(words: number): Uint32Array {
  // Half empty at least, so that every search ends, and soon
  return new Uint32Array(2 ** Math.ceil(Math.log2(2 * (words / ENTRY_WORDS) + 1)));
}

/** Names each entry whose hash is the same as that of one before it. */
export function findRepeats(entries: Uint32Array, { table, onRepeat }: RepeatSearch): void {
  table.fill(0);
  for (let entry = 0; entry < entries.length; entry += ENTRY_WORDS) {
    if (isRepeat(entries, { entry, table })) onRepeat(entries[entry + HASH_WORDS] ?? 0);
  }
}

interface Search {
  readonly entry: number;
  /** Of the entries so far, plus 1; 0 where a slot is free. */
  readonly table: Uint32Array;
}

/** Whether the entry's hash is in the table, where it is put if not. */
function isRepeat(entries: Uint32Array, { entry, table }: Search): boolean {
  const mask = table.length - 1;
  let slot = (entries[entry] ?? 0) & mask;
  for (let taken = table[slot]; taken !== 0 && taken !== undefined; taken = table[slot]) {
    if (isSame(entries, { one: taken - 1, other: entry })) return true;
    slot = (slot + 1) & mask;
  }
  table[slot] = entry + 1;
  return false;
}

function isSame(
  entries: Uint32Array,
  { one, other }: { readonly one: number; readonly other: number },
): boolean {
  for (let word = 0; word < HASH_WORDS; word++)
    if (entries[one + word] !== entries[other + word]) return false;
  return true;
}
