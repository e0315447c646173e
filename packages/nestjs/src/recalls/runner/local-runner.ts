import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LedgerError, type OwnedRecall, type Recall, type RecallSummary } from '@unpush/recall';
import { appNameOf, appOfRecall } from '../app-of-recall.ts';
import { endSession, failureOf } from '../end-session.ts';
import { runOwned } from '../run-owned.ts';
import type { RecallRunner, RunnerParts } from './recall-runner.ts';

/** A recall that is worked on. */
interface LocalSession {
  readonly app: string;
  readonly owned: OwnedRecall;
  readonly recall: Recall;
}

const TICK_MS = 500;
/** More than anybody has unfinished at once. */
const MANY = 10_000;

/** Works on recalls in this process. They end between two batches when the application shuts down, and go on at its next start. */
export class LocalRunner implements RecallRunner, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly isShared = false;
  readonly #logger = new Logger('Unpush');
  readonly #parts: RunnerParts;
  readonly #sessions = new Map<string, LocalSession & { readonly ended: Promise<void> }>();
  readonly #listeners = new Set<(summary: RecallSummary) => void>();
  #ticking: NodeJS.Timeout | undefined;
  #isClosing = false;
  #takingUp: Promise<void> | undefined;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** The application need not wait: a list of millions is read through before its recall goes on. */
  onApplicationBootstrap(): void {
    if (this.#parts.resumeOnStart) this.#takingUp = this.#takeUp();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isClosing = true;
    await this.#takingUp;
    const sessions = [...this.#sessions.values()];
    for (const { recall } of sessions) recall.stop();
    await Promise.all(sessions.map(({ ended }) => ended));
  }

  async begin(owned: OwnedRecall): Promise<void> {
    // It is wanted, so the next start takes it up
    if (this.#isClosing) return owned.close();
    try {
      const session = this.#start(owned);
      const ended = this.#work(session);
      this.#sessions.set(owned.recallId, { ...session, ended });
      this.#ticking ??= setInterval(() => this.#tick(), TICK_MS).unref();
    } catch (error) {
      await owned.close();
      throw error;
    }
  }

  async resume(recallId: string): Promise<void> {
    await this.begin(await this.#parts.store.open(recallId));
  }

  async stop(recallId: string): Promise<void> {
    const session = this.#sessions.get(recallId);
    session?.recall.stop();
    await session?.ended;
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

  #start(owned: OwnedRecall): LocalSession {
    const { apps, observe } = this.#parts;
    const { recallId } = owned;
    const app = appOfRecall(apps, owned);
    const tell = (event: Parameters<typeof observe>[0]['event']): void => {
      observe({ recallId, app: app.name, event });
    };
    tell({ type: 'began', facts: owned.facts });
    return { app: app.name, owned, recall: runOwned({ app, owned, observe: tell }) };
  }

  /** Sees a session to its end; nothing is thrown, for nobody waits. */
  async #work({ app, owned, recall }: LocalSession): Promise<void> {
    const { recallId } = owned;
    const { observe } = this.#parts;
    const failures: string[] = [];
    const attempt = async (work: () => Promise<unknown>): Promise<void> => {
      await work().catch((error: unknown) => failures.push(failureOf(error)));
    };
    await attempt(() => recall.done);
    const summary = recall.snapshot();
    await attempt(() =>
      endSession(owned, { summary, ...(failures[0] !== undefined && { failure: failures[0] }) }),
    );
    await attempt(() => owned.close());
    this.#sessions.delete(recallId);
    if (this.#sessions.size === 0) {
      clearInterval(this.#ticking);
      this.#ticking = undefined;
    }
    for (const message of failures) observe({ recallId, app, event: { type: 'failed', message } });
    this.#tell(summary);
    observe({ recallId, app, event: { type: 'ended', summary } });
  }

  #tick(): void {
    for (const { recall } of this.#sessions.values()) this.#tell(recall.snapshot());
  }

  #tell(summary: RecallSummary): void {
    for (const listener of this.#listeners) listener(summary);
  }

  /** Goes on with what the end of a process has interrupted. */
  async #takeUp(): Promise<void> {
    const { apps, store, observe } = this.#parts;
    const left = await store.list({ wanted: 'run', finished: false, limit: MANY }).catch((error: unknown) => {
      this.#logger.error(`Interrupted recalls cannot be looked for: ${failureOf(error)}`);
      return [];
    });
    for (const stored of left) {
      const { recallId, forgotten } = stored;
      const app = appNameOf(apps, stored);
      if (app === undefined || forgotten || this.#isClosing || this.#sessions.has(recallId)) continue;
      try {
        await this.resume(recallId);
      } catch (error) {
        // Another process on the same place has it
        if (LedgerError.isInstance(error) && error.problem === 'under-way') continue;
        observe({ recallId, app, event: { type: 'failed', message: failureOf(error) } });
      }
    }
  }
}

/** The runner where nothing else is said. */
export const createLocalRunner = (parts: RunnerParts): RecallRunner => new LocalRunner(parts);
