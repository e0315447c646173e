import { batchOf } from './batch-of.ts';
import { batchOfJson } from './batch-of-json.ts';
import type { Batch } from './batch.ts';
import { endOf, startOf, type JsonRun } from './json-run.ts';

const COMMA = 0x2c;

/**
 * All their targets, one batch behind the other, as one. Nothing is copied until somebody asks for the JSON.
 *
 * @example
 * ```ts
 * joinBatches([batchOf(['a']), batchOf(['b', 'c'])]).targets(); // ['a', 'b', 'c']
 * ```
 */
export function joinBatches(batches: readonly Batch[]): Batch {
  const parts = batches.filter(({ count }) => count > 0);
  const [only] = parts;
  if (only === undefined) return batchOf([]);
  return parts.length === 1 ? only : new JoinedBatch(parts);
}

class JoinedBatch implements Batch {
  readonly count: number;
  readonly #parts: readonly Batch[];
  #targets: readonly string[] | undefined;
  #run: JsonRun | undefined;

  constructor(parts: readonly Batch[]) {
    this.#parts = parts;
    this.count = parts.reduce((sum, part) => sum + part.count, 0);
  }

  get jsonLength(): number {
    // Where two of them meet, "][" becomes ","
    return this.#parts.reduce((sum, part) => sum + part.jsonLength - 1, 1);
  }

  get targetBytes(): number {
    return this.#parts.reduce((sum, part) => sum + part.targetBytes, 0);
  }

  json(): Uint8Array {
    const json = new Uint8Array(this.jsonLength);
    this.writeJson(json, 0);
    return json;
  }

  writeJson(into: Uint8Array, at: number): void {
    let next = at;
    for (const part of this.#parts) {
      part.writeJson(into, next);
      if (next !== at) into[next] = COMMA;
      next += part.jsonLength - 1;
    }
  }

  targets(): readonly string[] {
    this.#targets ??= this.#parts.flatMap((part) => part.targets());
    return this.#targets;
  }

  run(): JsonRun {
    this.#run ??= {
      bytes: this.json().subarray(1),
      ends: endsOf(this.#parts, this.count),
      from: 0,
      to: this.count,
    };
    return this.#run;
  }

  slice(start: number, end: number): Batch {
    let before = 0;
    return joinBatches(
      this.#parts.map((part) => {
        const own = part.slice(Math.max(0, start - before), Math.max(0, end - before));
        before += part.count;
        return own;
      }),
    );
  }

  pick(indices: readonly number[]): Batch {
    return batchOfJson(this.run()).pick(indices);
  }
}

function endsOf(parts: readonly Batch[], count: number): Uint32Array {
  const joined = new Uint32Array(count);
  let index = 0;
  let before = 0;
  for (const part of parts) {
    const { ends, from, to } = part.run();
    const start = startOf(ends, from);
    for (let own = from; own < to; own++) {
      joined[index] = before + endOf(ends, own) - start;
      index += 1;
    }
    before += part.jsonLength - 1;
  }
  return joined;
}
