import type { Batch } from './batch.ts';
import { endOf, startOf, type JsonRun } from './json-run.ts';
import { pickJson } from './pick-json.ts';

const OPEN = 0x5b;
const CLOSE = 0x5d;

/**
 * A batch that stands on bytes: a million targets out of a file need not become strings to be sent.
 *
 * A slice of it costs the same however long it is. It keeps all the bytes of the run alive.
 *
 * @example
 * ```ts
 * const bytes = new TextEncoder().encode('"token-1","token-2"');
 * const batch = batchOfJson({ bytes, ends: Uint32Array.of(9, 19), from: 0, to: 2 });
 * batch.targets(); // ['token-1', 'token-2']
 * ```
 */
export function batchOfJson(run: JsonRun): Batch {
  return new JsonBatch(run);
}

class JsonBatch implements Batch {
  readonly count: number;
  readonly jsonLength: number;
  readonly #run: JsonRun;
  readonly #start: number;
  #targets: readonly string[] | undefined;

  constructor(run: JsonRun) {
    const { ends, from, to } = run;
    this.#run = run;
    this.count = to - from;
    this.#start = startOf(ends, from);
    const brackets = 2;
    this.jsonLength = this.count === 0 ? brackets : endOf(ends, to - 1) - this.#start + brackets;
  }

  get targetBytes(): number {
    const brackets = 2;
    const commas = Math.max(0, this.count - 1);
    return this.jsonLength - brackets - 2 * this.count - commas;
  }

  json(): Uint8Array {
    const json = new Uint8Array(this.jsonLength);
    this.writeJson(json, 0);
    return json;
  }

  writeJson(into: Uint8Array, at: number): void {
    const length = this.jsonLength - 2;
    into[at] = OPEN;
    into.set(this.#run.bytes.subarray(this.#start, this.#start + length), at + 1);
    into[at + 1 + length] = CLOSE;
  }

  targets(): readonly string[] {
    // One text for all: a decoder call for each would cost more than the parsing
    this.#targets ??= JSON.parse(new TextDecoder().decode(this.json())) as string[]; // what the run holds
    return this.#targets;
  }

  run(): JsonRun {
    return this.#run;
  }

  slice(start: number, end: number): Batch {
    const { bytes, ends, from, to } = this.#run;
    const first = Math.min(from + start, to);
    return new JsonBatch({ bytes, ends, from: first, to: Math.max(first, Math.min(from + end, to)) });
  }

  pick(indices: readonly number[]): Batch {
    return new JsonBatch(pickJson(this.#run, indices));
  }
}
