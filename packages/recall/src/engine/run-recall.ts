import type { Verdict } from '@unpush/core';
import { exchange } from './exchange.ts';
import type { Held } from './verdicts/conclude.ts';
import type { Run } from './run.ts';
import { abandon, settle } from './verdicts/settle.ts';
import { firstWork, type Work } from './batches/work.ts';

/** How many targets are listed at once when the rest is handed on untried. */
const REST = 5000;

/** Runs a recall to its end: the canary alone, then the rest side by side, then what was never tried. */
export async function runRecall<S>(run: Run<S>): Promise<void> {
  const pending: Work[] = [];
  const grace = cutOffAfterGrace(run);
  try {
    if (run.canary > 0 && !run.soft.aborted) await sendCanary(run, pending);
    await sendRest(run, pending);
  } finally {
    grace.end();
    try {
      for (const work of pending.splice(0).toReversed()) await abandon(run, work);
      await listRest(run);
    } finally {
      await run.feeder.close();
    }
  }
}

async function nextWork<S>(
  run: Run<S>,
  options: { canary: boolean; size: number },
): Promise<Work | undefined> {
  const next = await run.feeder.next(options.size);
  return next && firstWork(next, { id: run.progress.nextId++, canary: options.canary });
}

/** How often stale targets at the top of a list may be passed over, if the recall is told to keep going. */
const ROUNDS = 3;

/** A few targets alone: what is wrong with the configuration, the file or the notification shows here. */
async function sendCanary<S>(run: Run<S>, rest: Work[]): Promise<void> {
  for (let round = 1; !run.soft.aborted; round += 1) {
    const held: Held[] = [];
    try {
      await sendAlone(run, { held, rest });
      const mayTryOthers = run.keepGoing && round < ROUNDS;
      if (!(await judgeCanary(run, { held, rest, mayTryOthers }))) return;
    } finally {
      await settleHeld(run, held);
    }
  }
}

interface Canary {
  readonly held: Held[];
  /** What is left of it if the recall stops, and what was read beyond it. */
  readonly rest: Work[];
}

async function sendAlone<S>(run: Run<S>, { held, rest }: Canary): Promise<void> {
  const parts: Work[] = [];
  let left = run.canary;
  try {
    while (left > 0 && !run.soft.aborted) {
      const work = await nextWork(run, { canary: true, size: Math.min(left, run.batchSize) });
      if (work === undefined) return;
      left -= work.placed.batch.count;
      parts.push(work);
      for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
        const leftover = await exchange(run, part);
        // In order, so that the first half of a divided batch is tried first
        parts.push(...leftover.again.toReversed());
        if (leftover.held !== undefined) held.push(leftover.held);
      }
    }
  } finally {
    rest.push(...parts);
  }
}

/** Whether another few targets are to be tried alone; otherwise the rest goes on, or the recall stops. */
async function judgeCanary<S>(
  run: Run<S>,
  { held, rest, mayTryOthers }: Canary & { readonly mayTryOthers: boolean },
): Promise<boolean> {
  if (run.soft.aborted) return false;
  const { accepted, rejected, unknown } = run.tally.counts();
  if (run.progress.accepted) {
    run.observe({ type: 'canary-passed', accepted });
    return false;
  }
  if (held.length > 0) {
    // Also where the list ends here: what is wrong for every target is no target's fault
    run.stop('nothing-accepted', held.at(-1)?.verdict);
    return false;
  }
  const allRefused = unknown === 0 && rejected > 0;
  if (allRefused && mayTryOthers) return true;
  const more = await nextWork(run, { canary: false, size: run.batchSize });
  if (more === undefined) return false;
  rest.push(more);
  if (allRefused) run.stop('nothing-accepted', run.progress.last);
  if (rejected === 0 && unknown > 0) run.stop(causeOfUnknown(run.progress.last), run.progress.last);
  return false;
}

/** Unknown is what got no usable answer, but also what was refused after it may have been taken. */
function causeOfUnknown(last: Verdict | undefined): 'no-answer' | 'nothing-accepted' {
  return last === undefined || last.advice === 'retry' ? 'no-answer' : 'nothing-accepted';
}

async function settleHeld<S>(run: Run<S>, held: readonly Held[]): Promise<void> {
  for (const { work, verdict } of held) {
    const outcome = run.progress.accepted ? 'rejected' : 'not-attempted';
    await settle(run, {
      outcome: work.mayHaveBeenReceived ? 'unknown' : outcome,
      placed: work.placed,
      verdict,
    });
  }
}

async function sendRest<S>(run: Run<S>, pending: Work[]): Promise<void> {
  const errors: unknown[] = [];
  let underway = 0;
  // One promise for whichever ends next: a race between those under way would hang a reaction on each, each time
  let landed = Promise.withResolvers<undefined>();

  const fail = (error: unknown): void => {
    errors.push(error);
    run.stop('error');
  };
  const start = (work: Work): void => {
    underway += 1;
    void exchange(run, work)
      .then(({ again }) => void pending.push(...again.toReversed()), fail)
      .then(() => {
        underway -= 1;
        landed.resolve(undefined);
      });
  };
  const fill = async (): Promise<void> => {
    while (underway < run.concurrency && !run.soft.aborted) {
      const work = pending.pop() ?? (await nextWork(run, { canary: false, size: run.batchSize }));
      if (work === undefined) return;
      start(work);
    }
  };

  for (;;) {
    landed = Promise.withResolvers();
    await fill().catch(fail);
    // While the end of the input was waited for, a batch may have come back in parts
    if (underway === 0 && (pending.length === 0 || run.soft.aborted)) break;
    await landed.promise;
  }
  if (errors.length > 0) throw errors[0];
}

/** Once the recall is to stop, requests under way get a moment to be answered; then they are given up. */
function cutOffAfterGrace<S>(run: Run<S>): { end(): void } {
  const over = new AbortController();
  const onStop = (): void => {
    void run.clock.sleep(run.graceMs, over.signal).then(run.cutOff, () => undefined);
  };
  run.soft.addEventListener('abort', onStop, { once: true });
  return {
    end() {
      run.soft.removeEventListener('abort', onStop);
      over.abort();
    },
  };
}

/** Lists what was never tried, where somebody wants to know or the counts need it. */
async function listRest<S>(run: Run<S>): Promise<void> {
  if (run.sink === undefined && run.totalsKnown) return;
  let told = false;
  for (let placed = await run.feeder.next(REST); placed !== undefined; placed = await run.feeder.next(REST)) {
    if (!told) run.observe({ type: 'listing-rest' });
    told = true;
    await settle(run, { outcome: 'not-attempted', placed });
  }
}
