/** What several measurements of one thing came to. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @throws RangeError if there is no measurement. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (index: number): number => {
    const value = sorted[index];
    if (value === undefined) throw new RangeError('a spread needs a measurement');
    return value;
  };
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { median, least: at(0), most: at(sorted.length - 1) };
}

/** The median, and from where to where the measurements went: `1.24 (1.19–1.31)`. */
export function written(values: readonly number[], digits = 2): string {
  const { median, least, most } = spreadOf(values);
  const text = median.toFixed(digits);
  return least === most ? text : `${text} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** One by one: the measurements of one round belong together, for they met the same machine. */
export function ratios(ours: readonly number[], theirs: readonly number[]): readonly number[] {
  return ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
}
