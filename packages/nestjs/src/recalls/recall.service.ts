import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidRequestError } from '@unpush/core';
import {
  LedgerError,
  reportLines,
  type OwnedRecall,
  type RecallRecord,
  type RecallStore,
  type StoredRecall,
} from '@unpush/recall';
import type { UnpushApps } from '../app/app.ts';
import { UNPUSH_APPS, UNPUSH_RECALL_RUNNER, UNPUSH_RECALL_STORE } from '../tokens/tokens.ts';
import { appNameOf, appOfRecall, notOurs } from './app-of-recall.ts';
import { keptIn, toSettings } from './kept-settings.ts';
import {
  checkInterval,
  checkLimit,
  type RecallFilter,
  type ReportOptions,
  type ResumeOptions,
  type WatchOptions,
} from './recall-options.ts';
import { PagesRegistry } from './pages/pages-registry.ts';
import type { RecallRunner } from './runner/recall-runner.ts';
import { createRecall } from './start/create-recall.ts';
import type { RecallRequest } from './start/recall-request.ts';
import { listOurs } from './status/list-ours.ts';
import { statusOf, type RecallStatus, type StartedRecall, type StatusParts } from './status/recall-status.ts';
import { readEvidence, readReport, type RecordLines } from './status/read-lines.ts';
import { watchRecall } from './status/watch-recall.ts';

/** How long a shutdown waits for recalls that are just being started, whose targets may not end. */
const IN_FLIGHT_MS = 5000;

/**
 * Recalls: whole jobs, from a list of targets, however long, through to what became of each.
 *
 * All methods that take the id of a recall reject with a `LedgerError` whose `problem` is `not-found` where none of the
 * module's apps has such a recall.
 *
 * @example
 * ```ts
 * const { recallId } = await recalls.start({ selector: { notifyId: 3114932 }, targets: tokens });
 * for await (const { state, targets } of recalls.progress(recallId)) console.log(state, targets.accepted);
 * ```
 */
@Injectable()
export class RecallService implements OnModuleDestroy, BeforeApplicationShutdown {
  readonly #apps: UnpushApps;
  readonly #store: RecallStore;
  readonly #runner: RecallRunner;
  readonly #pages: PagesRegistry;
  readonly #closing = new AbortController();
  /** What is under way of `start` and `resume`: the store stays open for it. */
  readonly #inFlight = new Set<Promise<unknown>>();

  // eslint-disable-next-line @typescript-eslint/max-params -- Nest hands over one by one what is injected
  constructor(
    @Inject(UNPUSH_APPS) apps: UnpushApps,
    @Inject(UNPUSH_RECALL_STORE) store: RecallStore,
    @Inject(UNPUSH_RECALL_RUNNER) runner: RecallRunner,
    @Inject(PagesRegistry) pages: PagesRegistry,
  ) {
    this.#apps = apps;
    this.#store = store;
    this.#runner = runner;
    this.#pages = pages;
  }

  onModuleDestroy(): void {
    this.#closing.abort(shutsDown('so no recall was started: nothing was sent'));
  }

  async beforeApplicationShutdown(): Promise<void> {
    const late = new AbortController();
    const ended = Promise.allSettled(this.#inFlight);
    await Promise.race([
      ended,
      sleep(IN_FLIGHT_MS, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
  }

  /**
   * Reads the targets through once, writes the recall down, and begins to work on it. Resolves as soon as it is
   * begun; from then on it outlives this process.
   *
   * Rejects with `InvalidRequestError` for what cannot be, with `InputError` for targets that cannot be read, and with
   * a `LedgerError` whose `problem` is `exists` where an unfinished recall takes back the same notification, or
   * `unreachable` where the application shuts down before it is written down. Nothing was sent then.
   */
  start(request: RecallRequest): Promise<StartedRecall> {
    return this.#track(this.#start(request));
  }

  async #start(request: RecallRequest): Promise<StartedRecall> {
    const { signal } = this.#closing;
    signal.throwIfAborted();
    const means = { apps: this.#apps, store: this.#store, pages: this.#pages, closing: signal };
    const { owned, firstMalformed } = await createRecall(request, means);
    await this.#begin(owned);
    return { ...(await this.status(owned.recallId)), firstMalformed };
  }

  /** How a recall stands. */
  async status(recallId: string): Promise<RecallStatus> {
    await using record = await this.#read(recallId);
    const { facts, settings, forgotten } = record;
    const [wanted, summary] = await Promise.all([record.wanted(), record.summary()]);
    return await this.#describe({ facts, settings, forgotten, wanted, summary });
  }

  /** The recalls of the module's apps, the newest first. */
  async list({ app, finished, limit = 100 }: RecallFilter = {}): Promise<readonly RecallStatus[]> {
    const name = app === undefined ? undefined : this.#apps.get(app).name;
    checkLimit(limit);
    const isOurs = (recall: StoredRecall): boolean => {
      const its = appNameOf(this.#apps, recall);
      return its !== undefined && (name === undefined || its === name);
    };
    const ours = await listOurs(this.#store, { isOurs, finished, limit });
    return Promise.all(ours.map((recall) => this.#describe(recall)));
  }

  /**
   * How a recall stands: at once, whenever that has changed, and at last how it has ended. It ends when the
   * application shuts down, too.
   *
   * @example
   * ```ts
   * @Sse(':id/events')
   * events(@Param('id') id: string) {
   *   return from(this.recalls.progress(id)).pipe(map((data) => ({ data })));
   * }
   * ```
   */
  progress(
    recallId: string,
    { signal, intervalMs = 1000 }: WatchOptions = {},
  ): AsyncGenerator<RecallStatus, void, undefined> {
    checkInterval(intervalMs);
    return watchRecall({
      recallId,
      read: () => this.status(recallId),
      runner: this.#runner,
      intervalMs,
      signal,
      closing: this.#closing.signal,
    });
  }

  /** Resolves with how a recall has ended, early or not. */
  async finished(recallId: string, options: WatchOptions = {}): Promise<RecallStatus> {
    let last: RecallStatus | undefined;
    for await (const status of this.progress(recallId, options)) last = status;
    // The first one comes at once
    return last ?? this.status(recallId);
  }

  /**
   * Ends a recall between two batches; requests under way have a short grace to be answered. It does not go on by
   * itself. Resolves when nobody works on it any more; where another process does, that is waited for a quarter of a
   * minute at the most, and `state` is still `running` then.
   *
   * Rejects with a `LedgerError` whose `problem` is `under-way` where the store is a directory, and another process
   * works on the recall.
   */
  async stop(recallId: string): Promise<RecallStatus> {
    const { state } = await this.status(recallId);
    if (state !== 'finished') {
      const refused = await this.#unwant(recallId);
      await this.#runner.stop(recallId);
      const status = await this.status(recallId);
      if (refused === undefined || status.wanted === 'stop' || status.state === 'finished') return status;
      throw new LedgerError(
        `another process works on recall ${recallId}, and in a directory only that one can stop it: ask the application that started it. Where recalls are kept in PostgreSQL, each process can stop them`,
        { problem: 'under-way', recallId, cause: refused },
      );
    }
    return this.status(recallId);
  }

  /**
   * Goes on with a recall that has ended early. Rejects with `InvalidRequestError` where nothing is left to do, and
   * with a `LedgerError` whose `problem` is `under-way` while somebody works on it, or `forgotten` where its targets
   * were deleted, and with `UnpushOptionsError` where its app has another endpoint by now.
   */
  resume(recallId: string, options: ResumeOptions = {}): Promise<RecallStatus> {
    return this.#track(this.#resume(recallId, options));
  }

  async #resume(recallId: string, { retryUnknown = false }: ResumeOptions): Promise<RecallStatus> {
    if (this.#closing.signal.aborted) throw shutsDown(`so recall ${recallId} does not go on`);
    const { state, targets } = await this.status(recallId);
    if (state === 'finished' && !(retryUnknown && targets.unknown > 0)) {
      throw new InvalidRequestError([{ field: 'recallId', problem: nothingLeft(recallId, targets.unknown) }]);
    }
    const owned = await this.#store.open(recallId);
    try {
      appOfRecall(this.#apps, owned);
      const kept = keptIn(owned.settings);
      if (kept !== undefined) await owned.saveSettings(toSettings({ ...kept, retryUnknown }));
      await owned.want('run');
    } catch (error) {
      await owned.close();
      throw error;
    }
    await this.#begin(owned);
    return this.status(recallId);
  }

  /**
   * What became of the targets, as NDJSON in pieces: a line for each that is not `accepted`, or for each. It holds whole
   * targets. Rejects before there is a line where there is no such recall, or its targets cannot be read again.
   *
   * @example
   * ```ts
   * const lines = Readable.from(await this.recalls.report(id), { objectMode: false });
   * return new StreamableFile(lines, { type: 'application/x-ndjson' });
   * ```
   */
  async report(recallId: string, { all = false }: ReportOptions = {}): Promise<RecordLines> {
    const record = await this.#read(recallId);
    try {
      const source = await record.source();
      return readReport(record, reportLines({ outcomes: record.outcomes(), source, all }));
    } catch (error) {
      await record.close();
      throw error;
    }
  }

  /**
   * The evidence as it stands, as NDJSON line by line: `unpush verify` takes it, and it holds no whole target. Rejects
   * before there is a line where there is no such recall.
   */
  async evidence(recallId: string): Promise<RecordLines> {
    const record = await this.#read(recallId);
    return readEvidence(record);
  }

  /** Deletes the targets of a recall; keeps its record and evidence. It cannot go on after that. */
  async forget(recallId: string): Promise<void> {
    await this.status(recallId);
    await this.#store.forget(recallId);
  }

  /** A recall that is written down and owned here is worked on, unless the application shuts down meanwhile. */
  async #begin(owned: OwnedRecall): Promise<void> {
    if (this.#closing.signal.aborted) return owned.close();
    await this.#runner.begin(owned);
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const tracked = work.finally(() => this.#inFlight.delete(tracked));
    this.#inFlight.add(tracked);
    return tracked;
  }

  /** What keeps it from being written down, where somebody works on the recall: it may be being taken up here. */
  async #unwant(recallId: string): Promise<LedgerError | undefined> {
    try {
      await this.#store.want(recallId, 'stop');
      return undefined;
    } catch (error) {
      if (LedgerError.isInstance(error) && error.problem === 'under-way') return error;
      throw error;
    }
  }

  async #read(recallId: string): Promise<RecallRecord> {
    const record = await this.#store.read(recallId);
    if (appNameOf(this.#apps, record) !== undefined) return record;
    await record.close();
    throw notOurs(recallId, this.#apps);
  }

  async #describe(parts: Omit<StatusParts, 'live' | 'remainingMs'>): Promise<RecallStatus> {
    const { recallId } = parts.facts;
    const live = this.#runner.live(recallId);
    return statusOf({ ...parts, live, remainingMs: await this.#runner.remainingMs(recallId) });
  }
}

const nothingLeft = (recallId: string, unknown: number): string =>
  unknown > 0
    ? `recall ${recallId} is finished; ${unknown} targets are unknown, which only retryUnknown tries again`
    : `recall ${recallId} is finished: nothing is left to do`;

const shutsDown = (so: string): LedgerError =>
  new LedgerError(`the application shuts down, ${so}`, { problem: 'unreachable' });
