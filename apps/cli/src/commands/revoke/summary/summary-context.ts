import type { Language } from '@unpush/core';
import type { Painter } from '../../../terminal/style.ts';

/** A report as it stands after the recall. */
export interface WrittenReport {
  /** As the person gave it. */
  readonly path: string;
  readonly lines: number;
  readonly isComplete: boolean;
}

/** What else the summary tells of, and how. */
export interface SummaryContext {
  readonly paint: Painter;
  readonly language: Language;
  /** Columns. */
  readonly width: number;
  readonly report?: WrittenReport;
}
