import type { Spans } from '../../../spans/spans.ts';

/** A run of the input: `targets[0]` has the position `start`. */
export interface Run {
  readonly start: number;
  readonly targets: readonly string[];
}

/** Gathers the targets of some spans while the input passes by. */
export interface Gathering {
  readonly targets: readonly string[];
  /** Takes what this run holds of them. Runs follow each other without a gap. */
  take(run: Run): void;
}

export function gather(spans: Spans): Gathering {
  const gathered: string[] = [];
  let next = 0;
  return {
    targets: gathered,
    take({ start, targets }) {
      const end = start + targets.length;
      for (let span = spans[next]; span !== undefined && span[0] < end; span = spans[next]) {
        const to = Math.min(span[1], end) - start;
        for (const target of targets.slice(Math.max(span[0] - start, 0), to)) gathered.push(target);
        if (span[1] > end) return;
        next += 1;
      }
    },
  };
}
