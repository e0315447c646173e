import type { TargetChunk } from './target-source.ts';

/** The chunk without the targets that `isDuplicate` names. It is asked once for each, in order. */
export function dropDuplicates(chunk: TargetChunk, isDuplicate: (target: string) => boolean): TargetChunk {
  const kept: string[] = [];
  const indices: number[] = [];
  chunk.targets.forEach((target, index) => {
    if (isDuplicate(target)) return;
    kept.push(target);
    indices.push(index);
  });
  const duplicate = chunk.targets.length - kept.length;
  if (duplicate === 0) return chunk;
  const { place, malformed } = chunk;
  return {
    targets: kept,
    ...(place && { place: (index: number) => place(indices[index] ?? index) }),
    malformed,
    duplicate,
  };
}
