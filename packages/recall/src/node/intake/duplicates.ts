import { dropDuplicates } from '../../intake/drop-duplicates.ts';
import { SeenSet } from '../../intake/seen-set.ts';
import type { TargetChunk } from '../../intake/target-source.ts';
import { BitList } from './bit-list.ts';
import { sha256Hash128 } from './sha256-hash128.ts';

/** Drops the duplicates of a chunk. */
export type Sift = (chunk: TargetChunk) => TargetChunk;

/** Finds the duplicates in a first reading, and knows them again in each later one by a bit a target. */
export class Duplicates {
  #seen: SeenSet | undefined = new SeenSet(sha256Hash128());
  readonly #bits = new BitList();
  #any = false;

  /** For the first reading. */
  readonly find: Sift = (chunk) => {
    const sifted = dropDuplicates(chunk, (target) => {
      const isDuplicate = this.#seen?.add(target) === false;
      this.#bits.push(isDuplicate);
      return isDuplicate;
    });
    this.#any ||= sifted.duplicate > 0;
    return sifted;
  };

  /** Ends the first reading, and gives the memory of what was seen back. */
  endFinding(): void {
    this.#seen = undefined;
  }

  /** For a later reading of the same targets, from the start. */
  replay(): Sift {
    if (!this.#any) return (chunk) => chunk;
    let index = 0;
    return (chunk) => dropDuplicates(chunk, () => this.#bits.at(index++));
  }
}
