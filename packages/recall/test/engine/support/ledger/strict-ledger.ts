import type { Clock, Outcome } from '@unpush/core';
import type {
  Concluded,
  Ledger,
  LedgerState,
  OpenBatch,
  Sending,
  SessionEnd,
} from '../../../../src/ledger/ledger.ts';
import { joinSpans, spansOf, type Spans } from '../../../../src/spans/spans.ts';
import { Rows } from './strict-rows.ts';

/** When the process is to die. */
export interface Kill {
  /** At which call of the ledger in its session, from 1. */
  readonly call: number;
  /** Whether what that call says is written before it dies. */
  readonly written: boolean;
}

/** A process that works on the recall. */
export interface LedgerSession extends Ledger {
  /** Resolves when the process is dead: none of its calls ever comes back from then on. */
  readonly killed: Promise<'killed'>;
}

/** The record of one recall that outlives its processes. */
export interface StrictLedger {
  session(kill?: Kill): LedgerSession;
  /** What became of each position. */
  readonly outcomes: ReadonlyMap<number, { readonly outcome: Outcome; readonly code: string | undefined }>;
  /** What is open, by first position. */
  readonly open: readonly OpenBatch[];
  /** The positions that were ever in a request of which nobody knows whether it arrived. */
  readonly touched: ReadonlySet<number>;
  /** How the last session ended. */
  readonly ended: SessionEnd | undefined;
}

/**
 * A ledger in memory that holds the engine to the port: it throws at the first call that does not fit the record.
 * Each write takes `writeMs`.
 */
export function strictLedger(
  clock: Clock,
  { writeMs = 0 }: { readonly writeMs?: number } = {},
): StrictLedger {
  const rows = new Rows();
  let startedAt: number | undefined;
  let sessionAt = 0;
  let elapsedMs = 0;
  let ended: SessionEnd | undefined;

  const begin: Ledger['begin'] = ({ at, retryUnknown }) => {
    startedAt ??= at;
    sessionAt = at;
    rows.openAgain();
    if (retryUnknown) rows.reopenUnknown();
    const state: LedgerState = {
      covered: rows.covered(),
      nextBatch: rows.nextBatch,
      open: rows.open(),
      settled: rows.settled(),
      codes: rows.codes(),
      requests: { ...rows.requests },
      startedAt,
      elapsedMs,
    };
    return Promise.resolve(state);
  };

  const end = (session: SessionEnd): Promise<undefined> => {
    const { at, state, summary } = session;
    const { accepted, rejected, unknown } = rows.settled();
    const told = summary.targets;
    if (told.accepted !== accepted || told.rejected !== rejected || told.unknown < unknown) {
      throw new Error(`the summary says ${JSON.stringify(told)}, but the record says otherwise`);
    }
    if (JSON.stringify(summary.requests) !== JSON.stringify(rows.requests)) {
      throw new Error(
        `the summary says ${JSON.stringify(summary.requests)}, not ${JSON.stringify(rows.requests)}`,
      );
    }
    if (state === 'finished' && rows.open().length > 0) throw new Error('finished, and a batch is open');
    elapsedMs += at - sessionAt;
    ended = session;
    return Promise.resolve(undefined);
  };

  return {
    outcomes: rows.outcomes,
    touched: rows.touched,
    get open() {
      return rows.open();
    },
    get ended() {
      return ended;
    },
    session(kill) {
      const killed = Promise.withResolvers<'killed'>();
      const busy = new Set<number>();
      let calls = 0;
      const life = { isOver: false };
      const isOver = (): boolean => life.isOver;

      async function write<T>(change: () => T | Promise<T>, batch?: number): Promise<T> {
        calls += 1;
        const dies = calls === kill?.call;
        if (isOver() || (dies && !kill.written)) return die();
        if (batch !== undefined && busy.has(batch)) throw new Error(`two calls at once for batch ${batch}`);
        if (batch !== undefined) busy.add(batch);
        const result = await change();
        if (dies) return die();
        if (writeMs > 0) await clock.sleep(writeMs);
        if (batch !== undefined) busy.delete(batch);
        return isOver() ? die() : result;
      }

      function die(): Promise<never> {
        life.isOver = true;
        killed.resolve('killed');
        return new Promise(() => undefined);
      }

      return {
        killed: killed.promise,
        begin: (session) => write(() => begin(session)),
        sending: (request: Sending) => write(() => rows.sending(request), request.batch),
        verdict: (concluded: Concluded) => write(() => rows.verdict(concluded), concluded.batch),
        end: (session) => write(() => end(session)),
      };
    },
  };
}

/** The positions of spans, one by one. */
export const positionsOf = (spans: Spans): readonly number[] =>
  joinSpans([spans]).flatMap(([start, stop]) =>
    Array.from({ length: stop - start }, (_, index) => start + index),
  );

/** The positions that came to this end. */
export const positionsWith = ({ outcomes }: StrictLedger, outcome: Outcome): Spans =>
  spansOf(
    [...outcomes]
      .filter(([, its]) => its.outcome === outcome)
      .map(([position]) => position)
      .sort((a, b) => a - b),
  );
