/**
 * log2 C(n, k): how many answers of yes or no it takes at least, on average, to find which k of n are bad.
 *
 * @param n - how many there are.
 * @param k - how many of them are bad, 0 to n.
 */
export function informationBound(n: number, k: number): number {
  let bits = 0;
  for (let index = 1; index <= k; index += 1) bits += Math.log2((n - k + index) / index);
  return bits;
}
