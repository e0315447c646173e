import type { Malformed } from '../../../intake/target-source.ts';
import type { InputFacts } from '../../../summary/facts.ts';
import type { PageRow } from '../pages/page-writer.ts';

/** Targets on their way into the database. */
export interface Intake {
  /** Read once, to the end. */
  readonly pages: AsyncIterable<readonly PageRow[]>;
  /** What was read; known at the end. */
  facts(): InputFacts;
  /** The first ten pieces that are no targets. */
  firstMalformed(): readonly Malformed[];
  /** They were read to their end, for this recall. */
  taken?(recallId: string): void;
}

export interface IntakeOptions {
  readonly dedupe: boolean;
  readonly signal?: AbortSignal;
}

/** How many malformed pieces are remembered for a person to see. */
export const FIRST_MALFORMED = 10;
