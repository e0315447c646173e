import type { Malformed, RecallSummary, RecordedSummary, StoredRecall, Wanted } from '@unpush/recall';
import { keptIn, type KeptError } from '../kept-settings.ts';

/** How a recall stands. */
export interface RecallStatus extends RecordedSummary {
  /** Our own name of the app. */
  readonly app: string;
  readonly vendor: string;
  /** The app in the vendor's words: Huawei's client id; of mPaaS app and workspace, with a slash between. */
  readonly vendorApp: string;
  readonly selector: Readonly<Record<string, string | number>>;
  readonly reason?: string;
  readonly startedBy?: string;
  /** Whether it is to go on: what is to `run` and was interrupted goes on when the application starts. */
  readonly wanted: Wanted;
  /** Whether its targets were deleted, so that it cannot go on. */
  readonly forgotten: boolean;
  /** How long it still takes in milliseconds, where that can be told. */
  readonly remainingMs?: number;
  /** The error that ended the last session, where one did. */
  readonly error?: KeptError;
}

/** A recall that was just started. */
export interface StartedRecall extends RecallStatus {
  /** The first ten pieces of what was given that are no targets, masked. */
  readonly firstMalformed: readonly Malformed[];
}

/** What a status is told from. */
export interface StatusParts extends Omit<StoredRecall, 'recallId'> {
  /** How it stands where that is known better than by the record. */
  readonly live: RecallSummary | undefined;
  readonly remainingMs: number | undefined;
}

export function statusOf({ facts, settings, wanted, forgotten, ...standing }: StatusParts): RecallStatus {
  const { summary, live, remainingMs } = standing;
  const { app = '', reason, startedBy, error } = keptIn(settings) ?? {};
  return {
    // Not both: how the session before has ended says nothing of the one that is live
    ...(live ?? summary),
    app,
    vendor: facts.vendor,
    vendorApp: facts.app,
    selector: facts.selector,
    ...(reason !== undefined && { reason }),
    ...(startedBy !== undefined && { startedBy }),
    wanted,
    forgotten,
    ...(remainingMs !== undefined && { remainingMs }),
    ...(error !== undefined && live === undefined && { error }),
  };
}
