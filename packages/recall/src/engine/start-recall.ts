import { maskSecrets, type Verdict } from '@unpush/core';
import { systemClock } from '../clock/system-clock.ts';
import type { TargetChunk } from '../intake/target-source.ts';
import { noLedger } from '../ledger/ledger.ts';
import { steadyPacer } from '../pace/steady-pacer.ts';
import { createTally } from '../summary/tally.ts';
import type { RecallState, RecallSummary, StopCause, StoppedBy, TargetCounts } from '../summary/summary.ts';
import { checkOptions } from './check-options.ts';
import { watchCredentials } from './verdicts/credential-watch.ts';
import { feed } from './batches/feeder.ts';
import type { Recall, RecallEvent, RecallOptions } from './options.ts';
import { runRecall } from './run-recall.ts';
import type { Run } from './run.ts';

const MINUTE = 60_000;

/** Causes that may be gone by themselves later. */
const PAUSING: ReadonlySet<StopCause> = new Set<StopCause>(['throttled', 'wholly-refused']);

/**
 * Starts a recall: from a source of targets to a final outcome for each.
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
  const tally = createTally(options.source.totals);
  const soft = new AbortController();
  const hard = new AbortController();
  const startedAt = clock.wall();
  const startedOn = clock.monotonic();
  const requests = { sent: 0, retried: 0, throttled: 0 };
  let stoppedBy: StoppedBy | undefined;
  let finishedOn: number | undefined;
  let observerFailed: { readonly error: unknown } | undefined;

  const onChunk = async (chunk: TargetChunk): Promise<void> => {
    const malformed = chunk.malformed.length;
    const read = chunk.targets.length + malformed + chunk.duplicate;
    tally.met({ read, malformed, duplicate: chunk.duplicate });
    if (malformed > 0) await options.sink?.malformed?.(chunk.malformed);
  };

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
    if (stoppedBy !== undefined || finishedOn !== undefined) return;
    stoppedBy = describe(cause, verdict);
    soft.abort(new Error('the recall is stopping'));
    observe({ type: 'stopping', stoppedBy });
  };

  const state = (): RecallState => {
    if (finishedOn === undefined) return 'running';
    if (stoppedBy === undefined) return 'finished';
    return PAUSING.has(stoppedBy.cause) ? 'paused' : 'stopped';
  };

  const snapshot = (): RecallSummary => ({
    recallId: options.recallId,
    state: state(),
    targets: tally.counts(),
    requests: { ...requests },
    codes: tally.codes(),
    ...(stoppedBy !== undefined && { stoppedBy }),
    startedAt: new Date(startedAt).toISOString(),
    ...(finishedOn !== undefined && {
      finishedAt: new Date(startedAt + (finishedOn - startedOn)).toISOString(),
    }),
    elapsedMs: Math.round((finishedOn ?? clock.monotonic()) - startedOn),
  });

  const run: Run<S> = {
    selector: options.selector,
    revoker: options.revoker,
    sink: options.sink,
    ledger: options.ledger ?? noLedger,
    pacer: options.pacer ?? steadyPacer({ clock, random }),
    clock,
    random,
    concurrency: options.concurrency ?? 6,
    canary: options.canary ?? 10,
    maxAttempts: options.maxAttempts ?? 4,
    retryBaseMs: options.retryBaseMs ?? 500,
    giveUpAfterMs: options.giveUpAfterMs ?? 30 * MINUTE,
    keepGoing: options.keepGoing ?? false,
    graceMs: options.graceMs ?? 700,
    observe,
    batchSize: Math.min(options.batchSize ?? options.revoker.batchSize, options.revoker.batchSize),
    totalsKnown: options.source.totals !== undefined,
    feeder: feed(options.source, onChunk),
    tally,
    requests,
    credentials: watchCredentials(async (refused) => {
      await options.revoker.renewCredential(refused);
      observe({ type: 'renewed' });
    }),
    soft: soft.signal,
    hard: hard.signal,
    progress: {
      accepted: false,
      throttledSince: undefined,
      unreachableSince: undefined,
      last: undefined,
      cutShort: false,
      nextId: 1,
      refusedInARow: 0,
      refusedBy: undefined,
    },
    stop,
    cutOff: () => {
      hard.abort(new Error('the recall has stopped'));
    },
  };

  const onSignal = (): void => {
    stop('interrupt');
  };
  if (options.signal?.aborted === true) onSignal();
  options.signal?.addEventListener('abort', onSignal, { once: true });

  const finish = async (): Promise<RecallSummary> => {
    try {
      await runRecall(run);
      if (observerFailed !== undefined) throw observerFailed.error;
      // Told to stop when nothing was left to be stopped
      if (!run.progress.cutShort && tally.counts().notAttempted === 0) stoppedBy = undefined;
      // Before the ledger is closed over them
      checkSums({ recallId: options.recallId, counts: tally.counts(), finished: stoppedBy === undefined });
    } catch (error) {
      stop('error');
      throw error;
    } finally {
      options.signal?.removeEventListener('abort', onSignal);
      finishedOn = clock.monotonic();
      await run.ledger.close(snapshot());
    }
    return snapshot();
  };

  return { done: finish(), snapshot, stop: onSignal };
}

function describe(cause: StopCause, verdict: Verdict | undefined): StoppedBy {
  if (verdict === undefined) return { cause };
  const { code, httpStatus, message, requestId, clockSkewMs, failure } = verdict;
  return {
    cause,
    ...(code !== undefined && { code }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(message !== undefined && { message: maskSecrets(message) }),
    ...(requestId !== undefined && { requestId }),
    ...(clockSkewMs !== undefined && { clockSkewMs }),
    ...(failure !== undefined && { failure }),
  };
}

interface Sums {
  readonly recallId: string;
  readonly counts: TargetCounts;
  readonly finished: boolean;
}

/** A count below zero means that targets were settled twice: a bug, and no summary to be trusted. */
function checkSums({ recallId, counts, finished }: Sums): void {
  const { notAttempted } = counts;
  if (finished ? notAttempted === 0 : notAttempted >= 0) return;
  throw new Error(
    `The sums of recall ${recallId} do not agree: ${notAttempted} of ${counts.read} targets are left over. ` +
      'If the list did not change while it was read, please report this.',
  );
}
