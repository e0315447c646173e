import { jsonOfTarget, jsonParts, maskSecrets, NONE_REJECTED, type Verdict } from '@unpush/core';
import type { NotAccepted, VerdictRecord } from '../../evidence/record.ts';
import type { SettledSpans } from '../../ledger/ledger.ts';
import { joinSpans, positionAt } from '../../spans/spans.ts';
import { returnsTo, type Work } from '../batches/work.ts';
import type { Run } from '../run.ts';
import type { Sent } from '../sent.ts';
import type { Conclusion, SettledPart } from './conclude.ts';

/** What the ledger is told of a request that was kept back after all. */
const KEPT_BACK: Verdict = {
  advice: 'retry',
  about: 'unknown',
  rejected: NONE_REJECTED,
  mayHaveBeenReceived: false,
  failure: 'aborted',
};

/** Writes down what came of a request, and what that means for its targets, before anything is done about it. */
export async function writeDown<S>(
  run: Run<S>,
  work: Work,
  { sent, conclusion }: { readonly sent: Sent; readonly conclusion?: Conclusion },
): Promise<void> {
  const { verdict } = sent;
  const settled = conclusion?.settled ?? [];
  const left = conclusion === undefined ? work.placed : (conclusion.rest ?? conclusion.held)?.placed;
  try {
    await run.ledger.verdict({
      batch: work.id,
      attempt: work.attempts,
      settled: settled.map((part) => settledSpans(part, verdict)),
      rest: left?.spans ?? [],
      returned: conclusion !== undefined && returnsTo(work) !== undefined,
      mayHaveBeenReceived: work.mayHaveBeenReceived,
      keptBack: false,
      throttled: verdict.about === 'quota',
      record: await recordOf(run, work, { sent, settled }),
    });
  } catch (error) {
    // What is not written down cannot be told as accepted, and not as never tried either
    if (verdict.advice === 'done') work.mayHaveBeenReceived = true;
    throw error;
  }
}

/** Takes back that a request is about to leave. */
export async function keepBack<S>(run: Run<S>, work: Work, sentAt: number): Promise<void> {
  const sent = { verdict: KEPT_BACK, sentAt, answeredAt: sentAt, renewals: 0, wasAlone: false };
  await run.ledger.verdict({
    batch: work.id,
    attempt: work.attempts,
    settled: [],
    rest: work.placed.spans,
    returned: false,
    mayHaveBeenReceived: work.mayHaveBeenReceived,
    keptBack: true,
    throttled: false,
    record: await recordOf(run, work, { sent, settled: [] }),
  });
}

function settledSpans({ outcome, placed, reason }: SettledPart, verdict: Verdict): SettledSpans {
  const code = codeOf(verdict);
  const words = reason ?? verdict.message;
  return {
    outcome,
    spans: placed.spans,
    ...(code !== undefined && { code }),
    // A vendor may echo what it was sent, and what it was sent includes a JWT
    ...(outcome !== 'accepted' && words !== undefined && { reason: maskSecrets(words) }),
    ...(verdict.requestId !== undefined && { requestId: verdict.requestId }),
  };
}

/** What decided: the vendor's code, else the HTTP status, else why there was no answer. */
export function codeOf({ code, httpStatus, failure }: Verdict): string | undefined {
  if (code !== undefined) return code;
  return httpStatus === undefined ? failure : `HTTP ${httpStatus}`;
}

interface Concluded {
  readonly sent: Sent;
  readonly settled: readonly SettledPart[];
}

async function recordOf<S>(run: Run<S>, work: Work, { sent, settled }: Concluded): Promise<VerdictRecord> {
  const { verdict, sentAt, answeredAt } = sent;
  const { advice, about, code, httpStatus, requestId, failure, message } = verdict;
  const accepted = joinSpans(
    settled.flatMap((part) => (part.outcome === 'accepted' ? [part.placed.spans] : [])),
  );
  const notAccepted = await listNotAccepted(run, settled);
  const digest = await run.ledger.digest?.(jsonParts(work.placed.batch));
  return {
    type: 'verdict',
    batch: work.id,
    ...(work.parent !== undefined && { parent: work.parent }),
    attempt: work.attempts,
    sentAt: new Date(sentAt).toISOString(),
    answeredAt: new Date(answeredAt).toISOString(),
    targets: work.placed.spans,
    ...(digest !== undefined && { digest }),
    advice,
    about,
    ...(code !== undefined && { code }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(requestId !== undefined && { requestId }),
    ...(failure !== undefined && { failure }),
    ...(message !== undefined && advice !== 'done' && { message: maskSecrets(message) }),
    ...(accepted.length > 0 && { accepted }),
    ...(notAccepted.length > 0 && { notAccepted }),
  };
}

async function listNotAccepted<S>(
  { ledger }: Run<S>,
  settled: readonly SettledPart[],
): Promise<readonly NotAccepted[]> {
  const list: NotAccepted[] = [];
  if (ledger.digest === undefined) return list;
  for (const { outcome, placed, reason } of settled) {
    if (outcome === 'accepted') continue;
    for (let index = 0; index < placed.batch.count; index += 1) {
      const at = positionAt(placed.spans, index);
      if (at === undefined) continue;
      const digest = await ledger.digest([jsonOfTarget(placed.batch, index)]);
      list.push({ at, outcome, ...(reason !== undefined && { reason: maskSecrets(reason) }), digest });
    }
  }
  return list.sort((one, other) => one.at - other.at);
}
