import { endOf, startOf, type JsonRun } from './json-run.ts';

const COMMA = 0x2c;

/** The strings of a run at these indices, in this order, in bytes of their own. */
export function pickJson({ bytes, ends, from, to }: JsonRun, indices: readonly number[]): JsonRun {
  const picked = indices.flatMap((index) => (index >= 0 && from + index < to ? [from + index] : []));
  const pickedEnds = new Uint32Array(picked.length);
  let length = 0;
  picked.forEach((index, at) => {
    const end = length + endOf(ends, index) - startOf(ends, index);
    pickedEnds[at] = end;
    length = end + 1;
  });
  const copy = new Uint8Array(length);
  let written = 0;
  for (const [first, last] of stretches(picked)) {
    const part = bytes.subarray(startOf(ends, first), endOf(ends, last));
    copy.set(part, written);
    written += part.length;
    copy[written] = COMMA;
    written += 1;
  }
  return { bytes: copy, ends: pickedEnds, from: 0, to: picked.length };
}

/** Neighbours lie side by side, commas and all, so they are copied together: the first and the last of them. */
function stretches(indices: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const index of indices) {
    const last = found.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  }
  return found;
}
