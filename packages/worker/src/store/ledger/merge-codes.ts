/** How many targets each code has decided; those of which none is left are taken out. */
export function mergeCodes(
  codes: ReadonlyMap<string, number>,
  changed: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  if (changed === undefined || changed.size === 0) return codes;
  const merged = new Map(codes);
  for (const [code, targets] of changed) {
    if (targets === 0) merged.delete(code);
    else merged.set(code, targets);
  }
  return merged;
}
