import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { InvalidRequestError, show } from '@unpush/core';
import {
  LedgerError,
  reportLines,
  type RecallRecord,
  type RecallStore,
  type StoredRecall,
} from '@unpush/recall';
import type { UnpushApps } from '../app/app.ts';
import { UNPUSH_APPS, UNPUSH_RECALL_RUNNER, UNPUSH_RECALL_STORE } from '../tokens/tokens.ts';
import { appNameOf, notOurs } from './app-of-recall.ts';
import { keptIn, toSettings } from './kept-settings.ts';
import { PagesRegistry } from './pages/pages-registry.ts';
import type { RecallRunner } from './runner/recall-runner.ts';
import { createRecall } from './start/create-recall.ts';
import type { RecallRequest } from './start/recall-request.ts';
import { listOurs } from './status/list-ours.ts';
import { statusOf, type RecallStatus, type StartedRecall, type StatusParts } from './status/recall-status.ts';
import { watchRecall } from './status/watch-recall.ts';

/** Which recalls are listed. */
export interface RecallFilter {
  /** Of which app. Default: of all apps of the module. */
  readonly app?: string;
  /** By whether every target has its final outcome. */
  readonly finished?: boolean;
  /** The most that are listed, from 1. Default 100. */
  readonly limit?: number;
}

/** How a recall is watched. */
export interface WatchOptions {
  /** Ends the watching; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How often it is looked at, in milliseconds, 100 or more. Default 1000. */
  readonly intervalMs?: number;
}

/** How a recall goes on. */
export interface ResumeOptions {
  /** Whether targets whose outcome is `unknown` are tried again. Default false. */
  readonly retryUnknown?: boolean;
}

/** What a report tells. */
export interface ReportOptions {
  /** A line for accepted targets as well. Default false. */
  readonly all?: boolean;
}

const LEAST_INTERVAL_MS = 100;

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
export class RecallService implements BeforeApplicationShutdown {
  readonly #apps: UnpushApps;
  readonly #store: RecallStore;
  readonly #runner: RecallRunner;
  readonly #pages: PagesRegistry;
  readonly #closing = new AbortController();

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

  beforeApplicationShutdown(): void {
    this.#closing.abort();
  }

  /**
   * Reads the targets through once, writes the recall down, and begins to work on it. Resolves as soon as it is
   * begun; from then on it outlives this process.
   *
   * Rejects with `InvalidRequestError` for what cannot be, with `InputError` for targets that cannot be read, and with
   * a `LedgerError` whose `problem` is `exists` where an unfinished recall takes back the same notification. Nothing was
   * sent then.
   */
  async start(request: RecallRequest): Promise<StartedRecall> {
    if (this.#closing.signal.aborted) {
      throw new LedgerError('the application shuts down, so no recall was started: nothing was sent', {
        problem: 'unreachable',
      });
    }
    const means = { apps: this.#apps, store: this.#store, pages: this.#pages };
    const { owned, firstMalformed } = await createRecall(request, means);
    await this.#runner.begin(owned);
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
    return watchRecall({
      recallId,
      read: () => this.status(recallId),
      runner: this.#runner,
      intervalMs: Math.max(LEAST_INTERVAL_MS, intervalMs),
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
   * Ends a recall between two batches; requests under way have a short grace to be answered. Resolves when nobody
   * works on it any more. It does not go on by itself.
   */
  async stop(recallId: string): Promise<RecallStatus> {
    const { state } = await this.status(recallId);
    if (state !== 'finished') {
      await this.#store.want(recallId, 'stop');
      await this.#runner.stop(recallId);
    }
    return this.status(recallId);
  }

  /**
   * Goes on with a recall that has ended early. Rejects with `InvalidRequestError` where nothing is left to do, and
   * with a `LedgerError` whose `problem` is `under-way` while somebody works on it, or `forgotten` where its targets
   * were deleted.
   */
  async resume(recallId: string, { retryUnknown = false }: ResumeOptions = {}): Promise<RecallStatus> {
    const { state, targets } = await this.status(recallId);
    if (state === 'finished' && !(retryUnknown && targets.unknown > 0)) {
      throw new InvalidRequestError([{ field: 'recallId', problem: nothingLeft(recallId, targets.unknown) }]);
    }
    const owned = await this.#store.open(recallId);
    try {
      const kept = keptIn(owned.settings);
      if (kept !== undefined) await owned.saveSettings(toSettings({ ...kept, retryUnknown }));
      await owned.want('run');
    } catch (error) {
      await owned.close();
      throw error;
    }
    await this.#runner.begin(owned);
    return this.status(recallId);
  }

  /**
   * What became of the targets, as NDJSON in pieces: a line for each that is not `accepted`, or for each. It holds whole
   * targets.
   *
   * @example
   * ```ts
   * return new StreamableFile(Readable.from(this.recalls.report(id)), { type: 'application/x-ndjson' });
   * ```
   */
  async *report(
    recallId: string,
    { all = false }: ReportOptions = {},
  ): AsyncGenerator<string, void, undefined> {
    await using record = await this.#read(recallId);
    const source = await record.source();
    for await (const { text } of reportLines({ outcomes: record.outcomes(), source, all })) yield text;
  }

  /** The evidence as it stands, as NDJSON line by line: `unpush verify` takes it, and it holds no whole target. */
  async *evidence(recallId: string): AsyncGenerator<string, void, undefined> {
    await using record = await this.#read(recallId);
    for await (const line of record.evidence()) yield `${line}\n`;
  }

  /** Deletes the targets of a recall; keeps its record and evidence. It cannot go on after that. */
  async forget(recallId: string): Promise<void> {
    await this.status(recallId);
    await this.#store.forget(recallId);
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

function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1) return;
  const problem = `must be a whole number, 1 or more; got ${show(limit)}`;
  throw new InvalidRequestError([{ field: 'limit', problem }]);
}
