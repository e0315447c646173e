import type { OwnedRecall, RecallStore, RecallSummary } from '@unpush/recall';
import type { UnpushApps } from '../../app/app.ts';
import type { RecallNews } from '../news/recall-news.ts';

/**
 * The port for whoever works on recalls: this process alone, or a queue that several processes share.
 *
 * A runner is a provider, so Nest calls its lifecycle hooks: it takes up what is wanted from `onApplicationBootstrap`
 * on, and stops between batches in `onModuleDestroy` or `beforeApplicationShutdown`. The store is closed after that.
 */
export interface RecallRunner {
  /**
   * Whether other processes take up what is wanted and stands still. A recall has then come to its end only when it
   * is finished, or not wanted any more.
   */
  readonly isShared: boolean;
  /** Takes on a recall that is owned here and wanted; the runner closes it when it is done with it. */
  begin(owned: OwnedRecall): Promise<void>;
  /** Goes on with a recall that is wanted, and that nobody works on. */
  resume(recallId: string): Promise<void>;
  /**
   * Ends a recall between two batches. It is not wanted any more already, unless the store could not write that because
   * somebody works on it; resolves when nobody does, or after a while where it is another process.
   */
  stop(recallId: string): Promise<void>;
  /** How it stands, where that is known better than by the store. */
  live(recallId: string): RecallSummary | undefined;
  /** How long it still takes in milliseconds, where that can be told. */
  remainingMs(recallId: string): Promise<number | undefined>;
  /** How many requests of an app wait for somebody to make them, where that is not the one who drives its recalls. */
  waiting?(app: string): Promise<number>;
  /** Told of every summary that is new, for as long as the process lives. Gives back how to end that. */
  onChange(listener: (summary: RecallSummary) => void): () => void;
}

/** Makes the runner of a module. */
export type RecallRunnerFactory = (parts: RunnerParts) => RecallRunner | Promise<RecallRunner>;

/** What a runner works with. */
export interface RunnerParts {
  readonly apps: UnpushApps;
  readonly store: RecallStore;
  /** Whether what is wanted and stands still is taken up, when the application starts and while it runs. */
  readonly resumeOnStart: boolean;
  /** Told what happens in a recall that is worked on here: it goes to the log, and to Nest's events. */
  readonly observe: (news: RecallNews) => void;
}
