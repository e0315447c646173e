import { backoffMs, type Verdict } from '@unpush/core';
import { blameFirst, putBack } from './batches/family.ts';
import type { Work } from './batches/work.ts';
import { isOutage, noteFlow, noteUnreachable } from './flow/note-flow.ts';
import type { Run } from './run.ts';
import { send } from './send.ts';
import type { Sent } from './sent.ts';
import { conclude } from './verdicts/conclude.ts';
import { decide, isFinal, type FinalStep, type RepeatingStep } from './verdicts/decide.ts';
import { abandon, settleParts } from './verdicts/settle.ts';
import { writeDown } from './verdicts/write-down.ts';

/**
 * Sends one batch, as often as advice asks for, until each of its targets is settled or back in its family. Where
 * the recall stops before that, they are told as they stand.
 */
export async function exchange<S>(run: Run<S>, work: Work): Promise<void> {
  const course: Course = { attempt: 1, waits: 0, repeats: false, faultySince: undefined };
  try {
    while (!(await attempt(run, work, course)));
  } catch (error) {
    // Such as a key that cannot sign: the report should say so of these targets too
    run.stop('error');
    if (course.isSettled !== true) await abandon(run, work);
    throw error;
  }
}

/** How the sending of one batch goes. */
interface Course {
  /** Which attempt comes next, from 1; refusals by flow control do not count. */
  attempt: number;
  /** How often the vendor's return was waited for. */
  waits: number;
  /** Whether the next request repeats an earlier one after a fault. */
  repeats: boolean;
  /** When the first fault was met, on the monotonic clock: waiting for the pacer's leave is not a fault. */
  faultySince: number | undefined;
  isSettled?: boolean;
}

/** One request and what follows from it. True when nothing more is to be done with this batch. */
async function attempt<S>(run: Run<S>, work: Work, course: Course): Promise<boolean> {
  const sent = await send(run, work, course);
  if (sent === 'resized') {
    giveBack(work);
    return true;
  }
  if (sent === 'stopping') {
    course.isSettled = true;
    await abandon(run, work);
    return true;
  }
  const { verdict } = sent;
  run.progress.last = verdict;
  noteFault(run, course, verdict);
  const step = decide({
    verdict,
    attempt: course.attempt,
    mayRepeat: mayRepeat(run, course, verdict),
    isTooMany: noteFlow(run, work, sent),
    count: work.placed.batch.count,
    maxAttempts: run.maxAttempts,
    canary: work.family.canary,
    accepted: run.progress.accepted,
    isOutage: isOutage(run.progress),
    mayHaveBeenReceived: work.mayHaveBeenReceived,
  });
  if (isFinal(step)) {
    await end(run, work, { sent, step, course });
    return true;
  }
  await writeDown(run, work, { sent });
  if (await goOn(run, { step, sent, course })) return false;
  course.isSettled = true;
  await abandon(run, work, verdict);
  return true;
}

/** It is to be sent in other parts. Once a request has left with it, the ledger has it as an open batch. */
function giveBack({ family, placed, id, parent, attempts, isPartOfBad, mayHaveBeenReceived }: Work): void {
  const root = attempts > 0 ? id : parent;
  putBack(family, [{ placed, root, knownBad: false, mayHaveBeenReceived }]);
  if (isPartOfBad && attempts === 0) blameFirst(family);
}

interface Ending {
  readonly sent: Sent;
  readonly step: FinalStep;
  readonly course: Course;
}

/** The last step with a batch: its targets are settled, or go back to their family. */
async function end<S>(run: Run<S>, work: Work, { sent, step, course }: Ending): Promise<void> {
  const { verdict } = sent;
  const { family } = work;
  if (step.kind === 'unknown') run.progress.unansweredInARow += 1;
  if (step.kind === 'accept') run.credentials.proven(verdict.credentialId);
  const conclusion = conclude(work, step, verdict);
  await writeDown(run, work, { sent, conclusion });
  course.isSettled = true;
  const { settled: parts, rest, held } = conclusion;
  if (step.kind === 'shrink') {
    run.size.shrinkTo(step.to);
    run.observe({ type: 'shrunk', batchSize: run.size.current });
  }
  if (rest?.knownBad === true) family.divided = true;
  if (held !== undefined) family.held = [...family.held, held];
  const isAllGood =
    rest === undefined && held === undefined && parts.every(({ outcome }) => outcome === 'accepted');
  if (isAllGood && work.isPartOfBad) blameFirst(family);
  else putBack(family, rest === undefined ? [] : [rest]);
  await settleParts(run, work, { parts, verdict });
}

interface GoingOn {
  readonly step: RepeatingStep;
  readonly sent: Sent;
  readonly course: Course;
}

/** Does what comes before the next request. False if none is to follow. */
async function goOn<S>(run: Run<S>, { step, sent, course }: GoingOn): Promise<boolean> {
  const { verdict } = sent;
  course.repeats = step.kind === 'again' || step.kind === 'wait';
  switch (step.kind) {
    case 'again':
      course.attempt += 1;
      return waitToRepeat(run, course.attempt - 2, verdict);
    case 'wait':
      noteUnreachable(run, verdict);
      course.waits += 1;
      return waitToRepeat(run, run.maxAttempts - 2 + course.waits, verdict);
    case 'slower':
      return true;
    case 'renew':
      return renew(run, sent);
    case 'interrupted':
      // By somebody else than this recall, such as whoever closed the sender
      if (!run.hard.aborted) run.stop('error', verdict);
      return false;
    case 'stop':
      run.stop(step.by, verdict);
      return false;
  }
}

function noteFault<S>({ clock }: Run<S>, course: Course, { advice, about }: Verdict): void {
  if (advice === 'retry' && about !== 'quota') course.faultySince ??= clock.monotonic();
}

/** Whether a repeat would still leave within the time for repeats. */
function mayRepeat<S>(run: Run<S>, { faultySince }: Course, { retryAfterMs = 0 }: Verdict): boolean {
  const now = run.clock.monotonic();
  return now + retryAfterMs - (faultySince ?? now) <= run.retryForMs;
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
