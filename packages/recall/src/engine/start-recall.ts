import type { Verdict } from '@unpush/core';
import { systemClock } from '../clock/system-clock.ts';
import { noLedger, type LedgerState } from '../ledger/ledger.ts';
import { createPacer } from '../pace/create-pacer.ts';
import type { Lane } from '../pace/pacer.ts';
import type { AuditNote } from '../summary/audit-note.ts';
import type { RecallState, RecallSummary, StopCause, StoppedBy } from '../summary/summary.ts';
import { createTally } from '../summary/tally.ts';
import { checkOptions } from './check-options.ts';
import { checkSums, describeStop, PAUSING } from './ending.ts';
import { DEFAULT_CANARY, makeRun } from './make-run.ts';
import type { Recall, RecallEvent, RecallOptions } from './options.ts';
import { remaining } from './remaining.ts';
import { runRecall } from './run-recall.ts';
import type { Run } from './run.ts';

/**
 * Starts a recall, or goes on with one that the ledger knows: from a source of targets to a final outcome for each.
 *
 * @throws InvalidRequestError if a number among the options makes no sense. Nothing is read or sent then.
 *
 * @example
 * ```ts
 * const recall = startRecall({
 *   recallId: 'incident-4711',
 *   selector: { notifyId: 3114932, pushType: 'notification' },
 *   revoker: client.revoker,
 *   source: targetsOf(tokens),
 * });
 * const summary = await recall.done;
 * ```
 */
export function startRecall<S>(options: RecallOptions<S>): Recall {
  checkOptions(options);
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const ledger = options.ledger ?? noLedger;
  const pacer = options.pacer ?? createPacer({ clock, random, ...atOnce(options) });
  const tally = createTally(options.source.totals);
  const requests = { sent: 0, retried: 0, throttled: 0, targets: 0 };
  const soft = new AbortController();
  const hard = new AbortController();
  const startedOn = clock.monotonic();
  const earlier = { startedAt: clock.wall(), elapsedMs: 0 };
  let stoppedBy: StoppedBy | undefined;
  let finished: { readonly on: number; readonly at: number } | undefined;
  let evidenceHead: string | undefined;
  let observerFailed: { readonly error: unknown } | undefined;

  // An observer is called from the midst of the work, and its error must not tear that apart
  const observe = (event: RecallEvent): void => {
    try {
      options.observe?.(event);
    } catch (error) {
      observerFailed ??= { error };
      stop('error');
    }
  };

  const stop = (cause: StopCause, verdict?: Verdict): void => {
    stopFor(describeStop(cause, verdict));
  };

  const stopFor = (why: StoppedBy): void => {
    if (stoppedBy !== undefined || finished !== undefined) return;
    stoppedBy = why;
    soft.abort(new Error('the recall is stopping'));
    observe({ type: 'stopping', stoppedBy });
  };

  const state = (): RecallState => {
    if (finished === undefined) return 'running';
    if (stoppedBy === undefined) return 'finished';
    return PAUSING.has(stoppedBy.cause) ? 'paused' : 'stopped';
  };

  const snapshot = (): RecallSummary => {
    const { sent, retried, throttled } = requests;
    return {
      recallId: options.recallId,
      state: state(),
      targets: tally.counts(),
      requests: { sent, retried, throttled },
      codes: tally.codes(),
      ...(stoppedBy !== undefined && { stoppedBy }),
      ...(evidenceHead !== undefined && { evidenceHead }),
      startedAt: new Date(earlier.startedAt).toISOString(),
      ...(finished !== undefined && { finishedAt: new Date(finished.at).toISOString() }),
      elapsedMs: Math.round(earlier.elapsedMs + (finished?.on ?? clock.monotonic()) - startedOn),
    };
  };

  const interrupt = (askedBy?: AuditNote): void => {
    stopFor({ ...describeStop('interrupt'), ...(askedBy && { askedBy }) });
  };
  const onSignal = (): void => {
    interrupt();
  };
  // Not at once: an observer may look at what this function has yet to return
  if (options.signal?.aborted === true) void Promise.resolve().then(onSignal);
  options.signal?.addEventListener('abort', onSignal, { once: true });

  const { canary = DEFAULT_CANARY } = options;
  const remainingMs = remaining({ clock, pacer, tally, requests, canary });

  const begin = async (): Promise<LedgerState> => {
    const begun = await ledger.begin({
      at: clock.wall(),
      retryUnknown: options.retryUnknown ?? false,
      ...(options.askedBy && { askedBy: options.askedBy }),
    });
    earlier.startedAt = begun.startedAt;
    earlier.elapsedMs = begun.elapsedMs;
    Object.assign(requests, begun.requests);
    tally.resume(begun);
    return begun;
  };

  const work = async (begun: LedgerState): Promise<void> => {
    const lane = pacer.join();
    try {
      await workIn(lane, begun);
    } finally {
      lane.leave();
    }
  };

  const workIn = async (lane: Lane, begun: LedgerState): Promise<void> => {
    const run: Run<S> = makeRun(options, begun, {
      clock,
      random,
      ledger,
      lane,
      tally,
      requests,
      observe,
      stop,
      soft: soft.signal,
      hard: hard.signal,
      cutOff: () => {
        hard.abort(new Error('the recall has stopped'));
      },
    });
    await runRecall(run);
    if (observerFailed !== undefined) throw observerFailed.error;
    const { cutShort } = run.progress;
    // Told to stop when nothing was left to be stopped
    if (!cutShort && tally.counts().notAttempted === 0) stoppedBy = undefined;
    // Before the ledger is closed over them
    const finished = stoppedBy === undefined;
    checkSums({ recallId: options.recallId, counts: tally.counts(), finished, cutShort });
  };

  const failWith = (error: unknown): never => {
    stop('error');
    throw error;
  };

  const finish = async (): Promise<RecallSummary> => {
    try {
      const begun = await begin().catch(failWith);
      try {
        await work(begun).catch(failWith);
      } finally {
        finished = { on: clock.monotonic(), at: clock.wall() };
        evidenceHead = await ledger.end({ at: finished.at, state: state(), summary: snapshot() });
      }
    } finally {
      options.signal?.removeEventListener('abort', onSignal);
      finished ??= { on: clock.monotonic(), at: clock.wall() };
    }
    return snapshot();
  };

  return { done: finish(), snapshot, stop: interrupt, remainingMs };
}

const atOnce = <S>({ concurrency }: RecallOptions<S>): { readonly concurrency?: number } =>
  concurrency === undefined ? {} : { concurrency };
