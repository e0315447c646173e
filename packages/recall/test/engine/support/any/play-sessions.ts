import { batchOf } from '@unpush/core';
import { simulatedVendor, virtualClock, type BadTarget, type SimulatedVendor } from '@unpush/testing';
import { startRecall } from '../../../../src/engine/start-recall.ts';
import type { Malformed, TargetChunk, TargetSource } from '../../../../src/intake/target-source.ts';
import type { RecallSummary } from '../../../../src/summary/summary.ts';
import type { AnySession, AnySessions } from './any-sessions.ts';
import { freePacer } from '../free-pacer.ts';
import { chunksOf } from '../list-source.ts';
import { recordingSink, type RecordingSink } from '../recording-sink.ts';
import { strictLedger, type StrictLedger } from '../ledger/strict-ledger.ts';

/** What is left when it has come to its end. */
export interface PlayedSessions {
  readonly vendor: SimulatedVendor;
  readonly ledger: StrictLedger;
  readonly bad: ReadonlySet<string>;
  /** The report of each process. */
  readonly sinks: readonly RecordingSink[];
  readonly snapshots: readonly RecallSummary[];
  /** How the last process left it. */
  readonly last: RecallSummary;
  /** What processes failed with that were not killed. */
  readonly errors: readonly unknown[];
}

/** More than it takes, unless everything is refused. */
const CALM_SESSIONS = 4;

/** Which target stands at this position: its name is its position. */
export const nameOf = (position: number): string => `t${position}`;

export async function playSessions(any: AnySessions): Promise<PlayedSessions> {
  const clock = virtualClock();
  const ledger = strictLedger(clock, { writeMs: any.writeMs });
  const bad = badOf(any);
  const source = sourceOf(any);
  const snapshots: RecallSummary[] = [];
  const sinks: RecordingSink[] = [];
  const errors: unknown[] = [];
  const vendors: SimulatedVendor[] = [];
  const takenBack = new Set<string>();

  async function work(session: AnySession): Promise<RecallSummary> {
    const vendor = simulatedVendor({
      clock,
      batchSize: session.batchSize,
      bad,
      limit: { targets: session.limit, told: false },
      latencyMs: (attempt) => any.latencies[attempt % any.latencies.length] ?? 0,
      faults: (attempt) => {
        snapshots.push(recall.snapshot());
        return session.faults[attempt - 1];
      },
    });
    const sink = recordingSink();
    const open = ledger.session(session.kill);
    vendors.push(vendor);
    sinks.push(sink);
    const recall = startRecall({
      recallId: 'any',
      selector: 'message',
      revoker: vendor,
      source,
      sink: {
        settled: async (settled) => {
          snapshots.push(recall.snapshot());
          await Promise.resolve();
          await sink.settled(settled);
          snapshots.push(recall.snapshot());
        },
      },
      ledger: open,
      pacer: freePacer(clock),
      clock,
      random: () => 0.5,
      canary: any.canary,
      concurrency: session.concurrency,
      maxAttempts: session.maxAttempts,
      retryUnknown: session.retryUnknown,
      keepGoing: true,
      graceMs: 50,
      giveUpAfterMs: 10_000,
    });
    if (session.stopAt !== undefined) void clock.sleep(session.stopAt).then(() => recall.stop());
    const done = recall.done.catch((error: unknown) => void errors.push(error));
    await Promise.race([done, open.killed]);
    snapshots.push(recall.snapshot());
    return recall.snapshot();
  }

  let last: RecallSummary | undefined;
  for (const session of [...any.sessions, ...Array<AnySession>(CALM_SESSIONS).fill(calm(any))]) {
    last = await work(session);
    if (last.state === 'finished') break;
  }
  // What was under way when a process was killed is answered all the same
  await clock.sleep(10_000);
  for (const vendor of vendors) for (const target of vendor.takenBack) takenBack.add(target);
  const [vendor] = vendors;
  if (last === undefined || vendor === undefined) throw new Error('nobody has worked on it');
  return {
    vendor: { ...vendor, takenBack },
    ledger,
    bad: new Set(bad.keys()),
    sinks,
    snapshots,
    last,
    errors,
  };
}

const calm = ({ batchSize }: AnySessions): AnySession => ({
  batchSize,
  concurrency: 3,
  maxAttempts: 1,
  limit: Infinity,
  faults: [],
  kill: undefined,
  stopAt: undefined,
  retryUnknown: false,
});

function badOf({ count, bad }: AnySessions): ReadonlyMap<string, BadTarget> {
  const map = new Map<string, BadTarget>();
  for (let position = 0; position < count; position += 1) {
    const kind = bad[position % bad.length];
    if (kind !== undefined) map.set(nameOf(position), kind);
  }
  return map;
}

function sourceOf({ count, chunkSize, malformed, duplicate, totalsKnown }: AnySessions): TargetSource {
  const chunks: TargetChunk[] = [];
  const noTarget: Malformed = { reason: 'empty', text: '' };
  for (let start = 0; start < count; start += chunkSize) {
    const size = Math.min(chunkSize, count - start);
    chunks.push({
      targets: batchOf(Array.from({ length: size }, (_, index) => nameOf(start + index))),
      malformed: Array<Malformed>(malformed).fill(noTarget),
      duplicate,
    });
  }
  const passedOver = { malformed: malformed * chunks.length, duplicate: duplicate * chunks.length };
  const read = count + passedOver.malformed + passedOver.duplicate;
  return chunksOf(chunks, totalsKnown ? { read, ...passedOver } : undefined);
}
