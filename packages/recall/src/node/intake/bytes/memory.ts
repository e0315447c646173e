import type { Memory } from '../formats/format-reader.ts';

/** New memory each time. */
export const newMemory: Memory = (bytes) => Buffer.allocUnsafeSlow(bytes);

/**
 * The same memory each time, for one who is done with what was in it: new memory for each block of a long file
 * makes the collector run again and again, and its pages cost as much as reading them.
 */
export function sameMemory(): Memory {
  let held: Buffer = Buffer.alloc(0);
  return (bytes) => {
    if (held.length < bytes) held = newMemory(Math.ceil(bytes * 1.25));
    return held.subarray(0, bytes);
  };
}
