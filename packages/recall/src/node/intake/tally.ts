import type { IntakeTotals, TargetChunk } from '../../intake/target-source.ts';

/** Counts what chunks hold. */
export class Tally implements IntakeTotals {
  read = 0;
  malformed = 0;
  duplicate = 0;

  add({ targets, malformed, duplicate }: TargetChunk): void {
    this.read += targets.count + malformed.length + duplicate;
    this.malformed += malformed.length;
    this.duplicate += duplicate;
  }

  totals(): IntakeTotals {
    return { read: this.read, malformed: this.malformed, duplicate: this.duplicate };
  }
}

export function sumOf(parts: readonly IntakeTotals[]): IntakeTotals {
  const sum = { read: 0, malformed: 0, duplicate: 0 };
  for (const { read, malformed, duplicate } of parts) {
    sum.read += read;
    sum.malformed += malformed;
    sum.duplicate += duplicate;
  }
  return sum;
}
