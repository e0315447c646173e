import { familyOf, splitOff, type Family } from './batches/family.ts';
import type { Run } from './run.ts';
import { workOff } from './work-off.ts';

/** How often stale targets at the top of a list may be passed over, if the recall is told to keep going. */
const ROUNDS = 3;
/** The same where a request holds one target: a round then costs ten requests, and passes over ten targets. */
const ROUNDS_ONE_BY_ONE = 30;

/** A few targets alone: what is wrong with the configuration, the file or the notification shows here. */
export async function sendCanary<S>(run: Run<S>): Promise<void> {
  const tried: Family[] = [];
  const rounds = run.revoker.batchSize === 1 ? ROUNDS_ONE_BY_ONE : ROUNDS;
  try {
    for (let round = 1; !run.soft.aborted; round += 1) {
      await sendAlone(run, tried);
      const mayTryOthers = run.keepGoing && round < rounds;
      if (!(await judge(run, tried, mayTryOthers))) return;
    }
  } finally {
    for (const family of tried.toReversed()) {
      if (family.held.length + family.rests.length > 0)
        run.pending.push(run.soft.aborted ? family : unheld(family));
    }
  }
}

async function sendAlone<S>(run: Run<S>, tried: Family[]): Promise<void> {
  let left = run.canary;
  while (left > 0 && !run.soft.aborted) {
    const family = await nextFamily(run, left);
    if (family === undefined) return;
    left -= family.targets;
    tried.push(family);
    await workOff(run, family);
  }
}

async function nextFamily<S>(run: Run<S>, left: number): Promise<Family | undefined> {
  const fed = await run.feeder.next(Math.min(left, run.size.current));
  if (fed === undefined) return undefined;
  const family = familyOf(fed, { canary: true });
  // An open batch of an earlier session comes as it is
  if (family.targets > left) run.pending.push(splitOff(family, left));
  return family;
}

/** What was held is sent again: now that others were accepted, a refusal means the target. */
function unheld(family: Family): Family {
  const { held, rests } = family;
  return { ...family, canary: false, held: [], rests: [...held, ...rests] };
}

/** Whether another few targets are to be tried alone; otherwise the rest goes on, or the recall stops. */
async function judge<S>(run: Run<S>, tried: readonly Family[], mayTryOthers: boolean): Promise<boolean> {
  if (run.soft.aborted) return false;
  const { last } = run.progress;
  if (run.progress.accepted) {
    run.observe({ type: 'canary-passed', accepted: run.tally.counts().accepted });
    return false;
  }
  if (tried.some(({ held }) => held.length > 0)) {
    if (mayTryOthers) return true;
    // Also where the list ends here: what is wrong for every target is no target's fault
    run.stop('nothing-accepted', last);
    return false;
  }
  const sum = (count: (family: Family) => number): number => tried.reduce((all, one) => all + count(one), 0);
  const refused = sum((family) => family.refused);
  const unanswered = sum((family) => family.unknown);
  const allRefused = unanswered === 0 && refused > 0;
  if (allRefused && mayTryOthers) return true;
  if (!(await hasMore(run))) return false;
  if (allRefused) run.stop('nothing-accepted', last);
  else if (refused === 0 && unanswered > 0) run.stop('no-answer', last);
  return false;
}

/** Whether there is anything beyond the canary that a stop would spare. */
async function hasMore<S>(run: Run<S>): Promise<boolean> {
  if (run.pending.length > 0) return true;
  const fed = await run.feeder.next(run.size.current);
  if (fed !== undefined) run.pending.push(familyOf(fed, { canary: false }));
  return fed !== undefined;
}
