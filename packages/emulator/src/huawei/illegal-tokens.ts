/**
 * The JSON that messages:send puts into `msg`: refused tokens by reason, and how many were taken and refused.
 * Of a request that was refused as a whole the vendor's sample has no `success`.
 */
export function illegalTokens(
  byReason: Readonly<Record<string, readonly string[]>>,
  success?: number,
): string {
  const failure = Object.values(byReason).reduce((sum, tokens) => sum + tokens.length, 0);
  const reasons = Object.fromEntries(Object.entries(byReason).filter(([, tokens]) => tokens.length > 0));
  return JSON.stringify(
    success === undefined
      ? { failure, illegalTokens: reasons }
      : { illegalTokens: reasons, success, failure },
  );
}
