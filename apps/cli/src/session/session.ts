import type { KeyObject } from 'node:crypto';
import type { Language } from '@unpush/core';
import type { OpenedInput, OwnedLedger } from '@unpush/recall/node';
import type { Connection } from '../connection/connect.ts';
import type { KeptRecall } from '../ledger/kept-recall.ts';
import type { OpenedLedgers } from '../ledger/open-ledgers.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Selector } from '../vendors/words/recall-words.ts';
import type { RecallWords } from '../vendors/words/recall-words.ts';
import type { Before } from './progress/read-recall.ts';

/** Everything that one process needs to work on a recall, for the first time or again. */
export interface Session {
  readonly owned: OwnedLedger;
  readonly opened: OpenedLedgers;
  readonly kept: KeptRecall;
  readonly selector: Selector;
  readonly words: RecallWords;
  readonly connection: Connection;
  readonly input: OpenedInput;
  readonly pace: Pace;
  readonly signKey: KeyObject | undefined;
  readonly retryUnknown: boolean;
  /** How it stood, where it is not begun. */
  readonly before?: Before;
  /** Print one JSON object at the end. */
  readonly json: boolean;
  readonly language: Language;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** How fast requests may leave, and how large. */
export interface Pace {
  /** The most targets per second. */
  readonly quota?: number;
  readonly concurrency: number;
  readonly batchSize: number;
  readonly canary: number;
}
