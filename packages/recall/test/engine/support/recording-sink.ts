import type { Outcome } from '@unpush/core';
import type { OutcomeSink } from '../../../src/engine/options.ts';
import type { Malformed } from '../../../src/intake/target-source.ts';

/** One target's end, as a report would have it. */
export interface Line {
  readonly target: string;
  readonly outcome: Outcome;
  readonly code?: string;
  readonly reason?: string;
  readonly requestId?: string;
  /** Where it stands: `list.txt:7`. */
  readonly place?: string;
}

/** A report in memory. */
export interface RecordingSink extends OutcomeSink {
  readonly lines: readonly Line[];
  readonly passedOver: readonly Malformed[];
  /** The targets that came to this end, in the order of the report. */
  of(outcome: Outcome): readonly string[];
  line(target: string): Line | undefined;
}

export function recordingSink(): RecordingSink {
  const lines: Line[] = [];
  const passedOver: Malformed[] = [];
  return {
    lines,
    passedOver,
    settled({ placed, ...facts }) {
      placed.batch.targets().forEach((target, index) => {
        const at = placed.placeAt(index);
        lines.push({ target, ...facts, ...(at !== undefined && { place: `${at.file}:${at.line}` }) });
      });
    },
    malformed: (malformed) => void passedOver.push(...malformed),
    of: (outcome) => lines.filter((line) => line.outcome === outcome).map(({ target }) => target),
    line: (target) => lines.find((line) => line.target === target),
  };
}
