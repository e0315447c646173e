import type { TargetChunk } from '../intake/target-source.ts';
import type { LedgerState } from '../ledger/ledger.ts';
import { feed } from './batches/feeder.ts';
import { createSizeLimit } from './flow/size-limit.ts';
import type { RecallOptions } from './options.ts';
import type { Run } from './run.ts';
import { watchCredentials } from './verdicts/credential-watch.ts';

/** How many targets go first, alone, unless told otherwise. */
export const DEFAULT_CANARY = 10;

const MINUTE = 60_000;

/** What is made beforehand, since it is needed even if the run never comes about. */
export type Surroundings<S> = Pick<
  Run<S>,
  | 'clock'
  | 'random'
  | 'ledger'
  | 'lane'
  | 'tally'
  | 'requests'
  | 'observe'
  | 'stop'
  | 'soft'
  | 'hard'
  | 'cutOff'
>;

/** Puts a run together, from where the ledger says that the recall stands. */
export function makeRun<S>(
  options: RecallOptions<S>,
  begun: LedgerState,
  surroundings: Surroundings<S>,
): Run<S> {
  const { revoker, source, sink } = options;
  const { tally, observe } = surroundings;
  const { accepted, rejected } = begun.settled;
  const onChunk = async (chunk: TargetChunk): Promise<void> => {
    const malformed = chunk.malformed.length;
    const read = chunk.targets.count + malformed + chunk.duplicate;
    tally.met({ read, malformed, duplicate: chunk.duplicate });
    if (malformed > 0) await sink?.malformed?.(chunk.malformed);
  };
  return {
    ...surroundings,
    selector: options.selector,
    revoker,
    sink,
    concurrency: options.concurrency ?? 128,
    canary: options.canary ?? DEFAULT_CANARY,
    maxAttempts: options.maxAttempts ?? 4,
    retryBaseMs: options.retryBaseMs ?? 500,
    retryForMs: options.retryForMs ?? 2 * MINUTE,
    giveUpAfterMs: options.giveUpAfterMs ?? 30 * MINUTE,
    keepGoing: options.keepGoing ?? false,
    graceMs: options.graceMs ?? 700,
    size: createSizeLimit(
      Math.min(options.batchSize ?? revoker.batchSize, revoker.batchSize),
      surroundings.soft,
    ),
    listsRest:
      sink !== undefined ||
      source.totals === undefined ||
      begun.open.some((open) => open.mayHaveBeenReceived),
    feeder: feed({ source, state: begun, onChunk }),
    pending: [],
    putOff: [],
    credentials: watchCredentials(async (refused) => {
      await revoker.renewCredential(refused);
      observe({ type: 'renewed' });
    }),
    progress: {
      accepted: accepted > 0,
      throttledSince: undefined,
      unreachableSince: undefined,
      unansweredInARow: 0,
      last: undefined,
      cutShort: false,
      nextId: begun.nextBatch,
      refusedInARow: 0,
      refusedBy: undefined,
      findings: { bad: rejected, all: accepted + rejected },
    },
  };
}
