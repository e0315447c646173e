import type { TargetChunk } from './target-source.ts';

/** The chunk without the targets that `isDuplicate` names by their index. It is asked once for each, in order. */
export function dropDuplicates(chunk: TargetChunk, isDuplicate: (index: number) => boolean): TargetChunk {
  const { targets, place, malformed } = chunk;
  const kept: number[] = [];
  for (let index = 0; index < targets.count; index++) if (!isDuplicate(index)) kept.push(index);
  if (kept.length === targets.count) return chunk;
  return {
    targets: targets.pick(kept),
    ...(place && { place: (index: number) => place(kept[index] ?? index) }),
    malformed,
    duplicate: targets.count - kept.length,
  };
}
