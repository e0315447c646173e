import { RECORD_LIMIT } from '@unpush/recall';

const LINE_FEED = 0x0a;

/** Cuts bytes into pieces of whole lines, of 1 MiB at most. Where it cuts depends on the bytes alone. */
export class LineCutter {
  // One more than the longest line: its line feed
  readonly #held = new Uint8Array(RECORD_LIMIT + 1);
  #length = 0;

  /** How many bytes it holds. */
  get length(): number {
    return this.#length;
  }

  get isFull(): boolean {
    return this.#length === this.#held.length;
  }

  /** Takes as many bytes as there is room for, and says how many. */
  add(bytes: Uint8Array): number {
    const taken = Math.min(bytes.length, this.#held.length - this.#length);
    this.#held.set(bytes.subarray(0, taken), this.#length);
    this.#length += taken;
    return taken;
  }

  /** The whole lines that it holds, which may be none. */
  cut(): Uint8Array<ArrayBuffer> {
    return this.#take(this.#held.subarray(0, this.#length).lastIndexOf(LINE_FEED) + 1);
  }

  /** All that it holds, also a last line without its line feed. */
  rest(): Uint8Array<ArrayBuffer> {
    return this.#take(this.#length);
  }

  #take(end: number): Uint8Array<ArrayBuffer> {
    const lines = this.#held.slice(0, end);
    this.#held.copyWithin(0, end, this.#length);
    this.#length -= end;
    return lines;
  }
}

/** How many lines these are; the last one may lack its line feed. */
export function countLines(lines: Uint8Array): number {
  let count = 0;
  for (let at = lines.indexOf(LINE_FEED); at !== -1; at = lines.indexOf(LINE_FEED, at + 1)) count += 1;
  return lines.length > 0 && lines.at(-1) !== LINE_FEED ? count + 1 : count;
}
