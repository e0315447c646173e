import { simulatedVendor, virtualClock, type BadTarget, type SimulatedVendor } from '@unpush/testing';
import type { Recall, RecallOptions } from '../../../../src/engine/options.ts';
import { startRecall } from '../../../../src/engine/start-recall.ts';
import type { RecallSummary } from '../../../../src/summary/summary.ts';
import type { AnyRecall } from './any-recall.ts';
import { listOf } from '../list-source.ts';
import { recordingSink, type RecordingSink } from '../recording-sink.ts';
import { strictLedger } from '../ledger/strict-ledger.ts';

/** What is left when a recall has ended. */
export interface Played {
  readonly vendor: SimulatedVendor;
  readonly sink: RecordingSink;
  readonly bad: ReadonlyMap<string, BadTarget>;
  /** How it stood at each request, event and outcome, and at its end. */
  readonly snapshots: readonly RecallSummary[];
  readonly last: RecallSummary;
  /** What it failed with. */
  readonly error: unknown;
  /** When it was told to stop, or decided to. */
  readonly stoppingAt: number;
  readonly endedAt: number;
}

export const GRACE_MS = 100;

/** Runs it in virtual time, and looks at it at every turn. */
export async function playAny(any: AnyRecall): Promise<Played> {
  const clock = virtualClock();
  const targets = Array.from({ length: any.count }, (_, index) => `t${index % any.names}`);
  const bad = new Map<string, BadTarget>();
  targets.forEach((target, index) => {
    const kind = any.bad[(index % any.names) % any.bad.length];
    if (kind !== undefined) bad.set(target, kind);
  });
  const snapshots: RecallSummary[] = [];
  const started: { recall?: Recall } = {};
  const look = (): void => {
    if (started.recall !== undefined) snapshots.push(started.recall.snapshot());
  };
  const vendor = simulatedVendor({
    clock,
    batchSize: any.batchSize,
    bad,
    limit: { targets: any.limit, told: any.limitTold },
    latencyMs: (attempt) => any.latencies[attempt % any.latencies.length] ?? 0,
    ...(any.targetsPerSecond !== undefined && {
      quota: { targetsPerSecond: any.targetsPerSecond, burst: Math.max(any.targetsPerSecond, 1000) },
    }),
    credential: { lifeMs: any.credentialLifeMs ?? Infinity },
    faults: (attempt) => {
      look();
      return any.faults[any.faultsGoOn ? (attempt - 1) % Math.max(1, any.faults.length) : attempt - 1];
    },
  });
  const sink = recordingSink();
  let stoppingAt = Infinity;
  const options: RecallOptions<string> = {
    recallId: 'any',
    selector: 'message',
    revoker: vendor,
    source: listOf(targets, any),
    sink: {
      settled: async (settled) => {
        look();
        await Promise.resolve();
        await sink.settled(settled);
        look();
      },
    },
    ledger: strictLedger(clock).session(),
    clock,
    random: () => 0.5,
    concurrency: any.concurrency,
    canary: any.canary,
    maxAttempts: any.maxAttempts,
    keepGoing: any.keepGoing,
    giveUpAfterMs: 20_000,
    graceMs: GRACE_MS,
    observe: ({ type }) => {
      look();
      if (type === 'stopping') stoppingAt = clock.monotonic();
    },
  };
  const recall = startRecall(options);
  started.recall = recall;
  if (any.stopAt !== undefined) void clock.sleep(any.stopAt).then(() => recall.stop());
  const error = await recall.done.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const last = recall.snapshot();
  return {
    vendor,
    sink,
    bad,
    snapshots: [...snapshots, last],
    last,
    error,
    stoppingAt,
    endedAt: clock.monotonic(),
  };
}
