import { backoffMs, type Verdict } from '@unpush/core';
import { conclude, type Leftover } from './verdicts/conclude.ts';
import { decide, type FinalStep } from './verdicts/decide.ts';
import type { Run } from './run.ts';
import { send, type Sent } from './send.ts';
import { abandon } from './verdicts/settle.ts';
import type { Work } from './batches/work.ts';

/** Sends one batch, as often as advice asks for, until each of its targets is settled or handed back. */
export async function exchange<S>(run: Run<S>, work: Work): Promise<Leftover> {
  const end = await untilFinal(run, work).catch(async (error: unknown) => {
    // Such as a key that cannot sign: the report should say so of these targets too
    run.stop('error');
    await abandon(run, work);
    throw error;
  });
  if (end.step !== undefined) return conclude(run, work, end);
  await abandon(run, work, end.verdict);
  return { again: [] };
}

/** How the sending of a batch ended: with a step to take, or without because the recall stops. */
type End =
  | { readonly step: FinalStep; readonly verdict: Verdict }
  | { readonly step?: undefined; readonly verdict: Verdict | undefined };

async function untilFinal<S>(run: Run<S>, work: Work): Promise<End> {
  let attempt = 1;
  let throttled = 0;
  let waits = 0;
  let repeats = false;
  let verdict: Verdict | undefined;
  for (;;) {
    const sent = await send(run, work, { attempt, repeats });
    if (sent === undefined) return { verdict };
    ({ verdict } = sent);
    noteProgress(run, sent);
    const step = decide({
      verdict,
      attempt,
      throttled,
      count: work.placed.batch.count,
      maxAttempts: run.maxAttempts,
      canary: work.family.canary,
      accepted: run.progress.accepted,
    });
    repeats = step.kind === 'again' || step.kind === 'wait';
    switch (step.kind) {
      case 'again':
        attempt += 1;
        if (!(await waitToRepeat(run, attempt - 2, verdict))) return { verdict };
        break;
      case 'wait':
        noteUnreachable(run, verdict);
        if (!(await waitToRepeat(run, run.maxAttempts - 1 + waits, verdict))) return { verdict };
        waits += 1;
        break;
      case 'slower':
        throttled += 1;
        break;
      case 'renew':
        if (!(await renew(run, sent))) return { verdict };
        break;
      case 'interrupted':
        return { verdict };
      case 'stop':
        run.stop(step.by, verdict);
        return { verdict };
      default:
        return { step, verdict };
    }
  }
}

function noteProgress<S>(run: Run<S>, { verdict, sentAt }: Sent): void {
  const { progress, clock, pacer } = run;
  progress.last = verdict;
  if (verdict.mayHaveBeenReceived || verdict.failure === undefined) progress.unreachableSince = undefined;
  if (verdict.about !== 'quota') {
    progress.throttledSince = undefined;
    return;
  }
  const { retryAfterMs = 0 } = verdict;
  run.requests.throttled += 1;
  pacer.refused({ sentAt, ...(verdict.retryAfterMs !== undefined && { retryAfterMs }) });
  const now = clock.monotonic();
  progress.throttledSince ??= now;
  // If the vendor asks for more time than there is, waiting for the refusal after that would help nobody
  if (now + retryAfterMs - progress.throttledSince >= run.giveUpAfterMs) run.stop('throttled', verdict);
}

/** The breaker: nothing is used up while the vendor is away, but not for ever. */
function noteUnreachable<S>(
  { progress, clock, giveUpAfterMs, observe, stop }: Run<S>,
  verdict: Verdict,
): void {
  const now = clock.monotonic();
  if (progress.unreachableSince === undefined) observe({ type: 'unreachable', giveUpAfterMs });
  progress.unreachableSince ??= now;
  if (now - progress.unreachableSince >= giveUpAfterMs) stop('unreachable', verdict);
}

async function waitToRepeat<S>(run: Run<S>, repeat: number, verdict: Verdict): Promise<boolean> {
  const ms = backoffMs({
    repeat,
    random: run.random,
    baseMs: run.retryBaseMs,
    ...(verdict.retryAfterMs !== undefined && { retryAfterMs: verdict.retryAfterMs }),
  });
  try {
    await run.clock.sleep(ms, run.soft);
  } catch (error) {
    if (!run.soft.aborted) throw error;
  }
  return !run.soft.aborted;
}

/** False if there is no use in going on. */
async function renew<S>(run: Run<S>, { verdict, renewals }: Sent): Promise<boolean> {
  const mayGoOn = await run.credentials.refused({ id: verdict.credentialId, renewals });
  if (!mayGoOn) run.stop('credential', verdict);
  return mayGoOn;
}
