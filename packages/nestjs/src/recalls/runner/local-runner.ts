import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { OwnedRecall, RecallSummary } from '@unpush/recall';
import { beginLocal, type LocalEnd, type LocalSession } from './local-session.ts';
import type { RecallRunner, RunnerParts } from './recall-runner.ts';
import { takeUp, type TakeUp } from './take-up.ts';
import { untilStill } from './until-still.ts';

const TICK_MS = 500;
/** Another process may have stopped a recall: it is looked at each second time that its progress is told. */
const TICKS_A_LOOK = 2;
/** What has failed so shortly before a shutdown has probably failed for it: a pool was closed by an earlier hook. */
const LATELY_MS = 10_000;

/** Works on recalls in this process. They end between two batches when the application shuts down, and go on at its next start. */
export class LocalRunner implements RecallRunner, OnApplicationBootstrap, OnModuleDestroy {
  readonly isShared = false;
  readonly #logger = new Logger('Unpush');
  readonly #parts: RunnerParts;
  readonly #sessions = new Map<string, LocalSession>();
  readonly #listeners = new Set<(summary: RecallSummary) => void>();
  readonly #closing = new AbortController();
  /** When sessions were ended by an error. */
  readonly #failedAt = new Map<string, number>();
  #ticking: NodeJS.Timeout | undefined;
  #takeUp: TakeUp | undefined;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** The application need not wait: a list of millions is read through before its recall goes on. */
  onApplicationBootstrap(): void {
    if (!this.#parts.resumeOnStart) return;
    this.#takeUp = takeUp({
      ...this.#parts,
      has: (recallId) => this.#sessions.has(recallId),
      begin: (owned) => this.begin(owned),
      onError: (message) => {
        this.#logger.error(`Interrupted recalls cannot be looked for: ${message}`);
      },
    });
  }

  /** Before the providers of others close in later hooks what pages of targets are read from. */
  async onModuleDestroy(): Promise<void> {
    this.#closing.abort();
    const sessions = [...this.#sessions.values()];
    for (const { recall } of sessions) recall.stop();
    await this.#takeUp?.close();
    await Promise.all(sessions.map(({ ended }) => ended));
    await this.#wantAgain();
  }

  async begin(owned: OwnedRecall): Promise<void> {
    // It is wanted, so the next start takes it up
    if (this.#closing.signal.aborted) return owned.close();
    const { recallId } = owned;
    try {
      const session = beginLocal(owned, {
        ...this.#parts,
        isClosing: () => this.#closing.signal.aborted,
        onEnd: (end) => {
          this.#end(recallId, end);
        },
      });
      this.#failedAt.delete(recallId);
      this.#sessions.set(recallId, session);
      this.#ticking ??= this.#tick();
    } catch (error) {
      await owned.close();
      throw error;
    }
  }

  async resume(recallId: string): Promise<void> {
    await this.begin(await this.#parts.store.open(recallId));
  }

  async stop(recallId: string): Promise<void> {
    this.#failedAt.delete(recallId);
    if ((await this.#takeUp?.stop(recallId)) === true) return;
    const session = this.#sessions.get(recallId);
    session?.recall.stop();
    await (session?.ended ?? untilStill(this.#parts.store, recallId, this.#closing.signal));
  }

  live(recallId: string): RecallSummary | undefined {
    return this.#sessions.get(recallId)?.recall.snapshot();
  }

  remainingMs(recallId: string): Promise<number | undefined> {
    return Promise.resolve(this.#sessions.get(recallId)?.recall.remainingMs());
  }

  onChange(listener: (summary: RecallSummary) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #end(recallId: string, { summary, failure }: LocalEnd): void {
    this.#sessions.delete(recallId);
    if (failure !== undefined) {
      this.#failedAt.set(recallId, performance.now());
      this.#takeUp?.failed(recallId, failure);
    }
    if (this.#sessions.size === 0) {
      clearInterval(this.#ticking);
      this.#ticking = undefined;
    }
    this.#tell(summary);
  }

  #tick(): NodeJS.Timeout {
    let ticks = 0;
    return setInterval(() => {
      ticks += 1;
      for (const { recall } of this.#sessions.values()) this.#tell(recall.snapshot());
      if (ticks % TICKS_A_LOOK === 0) for (const session of this.#sessions.values()) void look(session);
    }, TICK_MS).unref();
  }

  #tell(summary: RecallSummary): void {
    for (const listener of this.#listeners) listener(summary);
  }

  async #wantAgain(): Promise<void> {
    const since = performance.now() - LATELY_MS;
    for (const [recallId, at] of this.#failedAt) {
      // Where that fails as well, it waits for somebody, and its error is in its status
      if (at > since) await this.#parts.store.want(recallId, 'run').catch(() => undefined);
    }
  }
}

/** A place that cannot be asked ends the session by itself, when its patience does. */
async function look({ owned, recall }: LocalSession): Promise<void> {
  const wanted = await owned.wanted().catch(() => 'run');
  if (wanted === 'stop') recall.stop();
}

/** The runner where nothing else is said. */
export const createLocalRunner = (parts: RunnerParts): RecallRunner => new LocalRunner(parts);
