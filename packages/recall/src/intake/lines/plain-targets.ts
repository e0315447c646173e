import type { LineBlock } from './line-block.ts';
import type { PlainTargets } from './plain-chunks.ts';

const CARRIAGE_RETURN = 0x0d;

/** The lines of a block that is plain, but for the empty ones, without the carriage return at their end. */
export function plainTargetsOf({ buffer, start, ends, firstLine }: LineBlock): PlainTargets {
  const starts = new Uint32Array(ends.length);
  const stops = new Uint32Array(ends.length);
  const lines = new Uint32Array(ends.length);
  let count = 0;
  let from = start;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] ?? 0;
    const stop = end > from && buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    if (stop > from) {
      starts[count] = from;
      stops[count] = stop;
      lines[count] = firstLine + index;
      count += 1;
    }
    from = end + 1;
  }
  return {
    buffer,
    starts: starts.subarray(0, count),
    ends: stops.subarray(0, count),
    lineOf: (index) => lines[index] ?? 0,
  };
}
