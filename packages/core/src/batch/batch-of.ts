import type { Batch } from './batch.ts';

const encoder = new TextEncoder();

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
  let bytes: Uint8Array | undefined;
  const json = (): Uint8Array => (bytes ??= encoder.encode(JSON.stringify(targets)));
  return {
    count: targets.length,
    json,
    get targetBytes() {
      const brackets = 2;
      const quotes = 2 * targets.length;
      const commas = Math.max(0, targets.length - 1);
      return json().length - brackets - quotes - commas;
    },
    targets: () => targets,
    slice: (start, end) => batchOf(targets.slice(start, end)),
  };
}
