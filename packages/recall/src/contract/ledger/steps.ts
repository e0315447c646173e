import type { VerdictRecord } from '../../evidence/record.ts';
import type { Concluded, Sending, SessionEnd, SettledSpans } from '../../ledger/ledger.ts';
import type { Spans } from '../../spans/spans.ts';
import type { RecallState } from '../../summary/summary.ts';

/** When the first session of every check begins. */
export const AT = 1_735_689_600_000;

/** A request with a batch; the first attempt of one from the input, unless said otherwise. */
export const request = (
  batch: number,
  spans: Spans,
  more: Partial<Pick<Sending, 'attempt' | 'parent' | 'repeats'>> = {},
): Sending => ({ batch, spans, attempt: 1, repeats: false, at: AT + 1000 * batch, ...more });

/** A verdict that settles targets of a batch and leaves none, unless said otherwise. */
export const verdict = (
  batch: number,
  settled: readonly SettledSpans[],
  more: Partial<Omit<Concluded, 'batch' | 'settled' | 'record'>> = {},
): Concluded => ({
  batch,
  settled,
  attempt: 1,
  rest: [],
  returned: false,
  mayHaveBeenReceived: false,
  keptBack: false,
  throttled: false,
  record: recordOf(batch, more.attempt ?? 1),
  ...more,
});

export const accepted = (spans: Spans): SettledSpans => ({
  outcome: 'accepted',
  spans,
  code: '80000000',
  requestId: '157000000000006',
});

export const rejected = (spans: Spans): SettledSpans => ({
  outcome: 'rejected',
  spans,
  code: '80300007',
  reason: 'All tokens are invalid',
});

export const unknown = (spans: Spans): SettledSpans => ({ outcome: 'unknown', spans, code: 'timeout' });

export const recordOf = (batch: number, attempt: number): VerdictRecord => ({
  type: 'verdict',
  batch,
  attempt,
  sentAt: '2025-01-01T00:00:01.000Z',
  answeredAt: '2025-01-01T00:00:01.250Z',
  targets: [],
  advice: 'done',
  about: 'success',
  code: '80000000',
  requestId: '157000000000006',
});

/** The end of a session that took 5 seconds. */
export const endOf = (state: RecallState): SessionEnd => ({
  at: AT + 5000,
  state,
  summary: {
    recallId: 'r-0123456789',
    state,
    targets: {
      read: 103,
      malformed: 1,
      duplicate: 2,
      accepted: 100,
      rejected: 0,
      unknown: 0,
      notAttempted: 0,
    },
    requests: { sent: 1, retried: 0, throttled: 0 },
    codes: { 80000000: 100 },
    ...(state === 'stopped' && { stoppedBy: { cause: 'interrupt' } }),
    startedAt: '2025-01-01T00:00:00.000Z',
    finishedAt: '2025-01-01T00:00:05.000Z',
    elapsedMs: 5000,
  },
});
