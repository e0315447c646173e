import type { OwnedRecall, RecallSummary } from '@unpush/recall';

/** The port for whoever works on recalls: this process alone, or a queue that several processes share. */
export interface RecallRunner {
  /** Takes on a recall that was just made, and is owned here; the runner closes it when it is done with it. */
  begin(owned: OwnedRecall): Promise<void>;
  /** Goes on with a recall that is wanted, and that nobody works on. */
  resume(recallId: string): Promise<void>;
  /** Ends a recall between two batches. It is not wanted any more already; resolves when nobody works on it. */
  stop(recallId: string): Promise<void>;
  /** How it stands, where that is known better than by the store. */
  live(recallId: string): RecallSummary | undefined;
  /** How long it still takes in milliseconds, where that can be told. */
  remainingMs(recallId: string): Promise<number | undefined>;
  /** Told of every summary that is new, for as long as the process lives. */
  onChange(listener: (summary: RecallSummary) => void): () => void;
}
