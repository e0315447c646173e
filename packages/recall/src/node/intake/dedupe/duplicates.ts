import { dropDuplicates } from '../../../intake/drop-duplicates.ts';
import type { TargetChunk } from '../../../intake/target-source.ts';
import { AesHash128 } from './aes-hash128.ts';
import { BitList } from './bit-list.ts';
import { HashPile } from './hash-pile.ts';

/** Drops the duplicates of a chunk. */
export type Sift = (chunk: TargetChunk) => TargetChunk;

/** Finds the duplicates in a first reading, and knows them again in each later one by a bit a target. */
export class Duplicates {
  readonly #hash = new AesHash128();
  readonly #bits = new BitList();
  #pile: HashPile | undefined = new HashPile();

  /** Sees each chunk of the first reading. */
  note({ targets }: TargetChunk): void {
    this.#pile?.add(this.#hash.hash(targets.run()));
  }

  /** Ends the first reading, and names each duplicate by its index among all targets, in no order. */
  find(onDuplicate: (index: number) => void): void {
    this.#pile?.findRepeats((index) => {
      this.#bits.set(index);
      onDuplicate(index);
    });
    this.#pile = undefined;
  }

  /** For a later reading of the same targets, from the start. */
  replay(): Sift {
    if (this.#bits.isEmpty) return (chunk) => chunk;
    let before = 0;
    return (chunk) => {
      const first = before;
      before += chunk.targets.count;
      return dropDuplicates(chunk, (index) => this.#bits.has(first + index));
    };
  }
}
