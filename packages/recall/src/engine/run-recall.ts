import { familyOf, type Family } from './batches/family.ts';
import { sendCanary } from './canary.ts';
import type { Run } from './run.ts';
import { REFUSED_BEFORE_ANY_ACCEPTED } from './verdicts/count-family.ts';
import { abandon } from './verdicts/settle.ts';
import { workOff } from './work-off.ts';

/** How many targets are listed at once when the rest is handed on untried. */
const REST = 5000;

/** Runs a recall to its end: the canary alone, then the rest side by side, then what was never tried. */
export async function runRecall<S>(run: Run<S>): Promise<void> {
  const grace = cutOffAfterGrace(run);
  try {
    if (run.canary > 0 && !run.soft.aborted) await sendCanary(run);
    await sendRest(run);
  } finally {
    grace.end();
    try {
      for (const family of [...run.pending.toReversed(), ...run.putOff]) await abandonFamily(run, family);
      await listRest(run);
    } finally {
      await run.feeder.close();
    }
  }
}

/** Told what it was to do next, a worker takes what was begun before what is new, and last what was put off. */
async function nextFamily<S>(run: Run<S>): Promise<Family | undefined> {
  const begun = run.pending.pop();
  if (begun !== undefined) return begun;
  const fed = await run.feeder.next(run.size.current);
  return fed === undefined ? run.putOff.pop() : familyOf(fed, { canary: false });
}

async function sendRest<S>(run: Run<S>): Promise<void> {
  const errors: unknown[] = [];
  let underway = 0;
  // One promise for whichever ends next: a race between those under way would hang a reaction on each, each time
  let landed = Promise.withResolvers<undefined>();

  const fail = (error: unknown): void => {
    errors.push(error);
    run.stop('error');
  };
  const start = (family: Family): void => {
    underway += 1;
    void workOff(run, family)
      .catch(fail)
      .then(() => {
        if (family.rests.length > 0) (run.soft.aborted ? run.pending : run.putOff).push(family);
        underway -= 1;
        landed.resolve(undefined);
      });
  };
  const fill = async (): Promise<void> => {
    while (underway < mostUnderWay(run) && !run.soft.aborted) {
      const family = await nextFamily(run);
      if (family === undefined) return;
      start(family);
    }
  };

  for (;;) {
    landed = Promise.withResolvers();
    await fill().catch(fail);
    // While the end of the input was waited for, a family may have been put off
    const isDone = run.soft.aborted || run.pending.length + run.putOff.length === 0;
    if (underway === 0 && isDone) break;
    await landed.promise;
  }
  if (errors.length > 0) throw errors[0];
}

/** Before anything was accepted no more than may be refused whole: what is wrong for all shows on a few. */
function mostUnderWay<S>({ concurrency, progress }: Run<S>): number {
  return progress.accepted ? concurrency : Math.min(concurrency, REFUSED_BEFORE_ANY_ACCEPTED);
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

async function abandonFamily<S>(run: Run<S>, { rests, held }: Family): Promise<void> {
  for (const one of held) await abandon(run, one, one.refusal);
  for (const rest of rests) await abandon(run, rest);
}

/** Lists what was not tried in this session. */
async function listRest<S>(run: Run<S>): Promise<void> {
  if (!run.listsRest) return;
  let told = false;
  for (let fed = await run.feeder.next(REST); fed !== undefined; fed = await run.feeder.next(REST)) {
    if (!told) run.observe({ type: 'listing-rest' });
    told = true;
    await abandon(run, { placed: fed.placed, mayHaveBeenReceived: fed.from?.mayHaveBeenReceived ?? false });
  }
}
