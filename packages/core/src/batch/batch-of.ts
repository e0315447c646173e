import { batchOfJson } from './batch-of-json.ts';
import type { Batch } from './batch.ts';
import type { JsonRun } from './json-run.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * A batch that stands on strings.
 *
 * @example
 * ```ts
 * const batch = batchOf(['token-1', 'token-2']);
 * batch.count; // 2
 * ```
 */
export function batchOf(targets: readonly string[]): Batch {
  let made: Batch | undefined;
  const inBytes = (): Batch => (made ??= batchOfJson(runOf(targets)));
  return {
    count: targets.length,
    json: () => inBytes().json(),
    get jsonLength() {
      return inBytes().jsonLength;
    },
    writeJson: (into, at) => inBytes().writeJson(into, at),
    get targetBytes() {
      return inBytes().targetBytes;
    },
    targets: () => targets,
    run: () => inBytes().run(),
    slice: (start, end) => batchOf(targets.slice(start, end)),
    pick: (indices) => batchOf(indices.flatMap((index) => targets[index] ?? [])),
  };
}

function runOf(targets: readonly string[]): JsonRun {
  const bytes = new TextEncoder().encode(JSON.stringify(targets)).subarray(1);
  const ends = new Uint32Array(targets.length);
  let at = 0;
  for (let index = 0; index < ends.length; index++) {
    at = afterString(bytes, at);
    ends[index] = at;
    at += 1;
  }
  return { bytes, ends, from: 0, to: ends.length };
}

/** Where the JSON string ends whose first quotation mark stands at `start`. */
function afterString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; ; at++) {
    at = bytes.indexOf(QUOTE, at);
    let escapes = 0;
    while (bytes[at - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return at + 1;
  }
}
