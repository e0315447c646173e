import type { Language } from '@unpush/core';
import type { RecallCommands } from '../../ledger/recall-commands.ts';
import type { Painter } from '../../terminal/style.ts';
import type { RecallWords } from '../../vendors/words/recall-words.ts';

/** Files as they stand after a session. */
export interface WrittenOutputs {
  /** Without `lines`, it could not be written. */
  readonly report?: { readonly path: string; readonly all: boolean; readonly lines?: number };
  /** The same. */
  readonly evidence?: { readonly path: string; readonly lines?: number };
}

/** What else the summary tells of, and how. */
export interface SummaryContext {
  readonly paint: Painter;
  readonly language: Language;
  readonly words: RecallWords;
  /** Columns. */
  readonly width: number;
  /** Absent where it cannot go on. */
  readonly commands?: RecallCommands;
  readonly written?: WrittenOutputs;
}
