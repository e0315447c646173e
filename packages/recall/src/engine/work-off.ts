import { takeFirst, type Family } from './batches/family.ts';
import type { Work } from './batches/work.ts';
import { groupSize } from './division/group-size.ts';
import { expectedShare } from './division/share.ts';
import { exchange } from './exchange.ts';
import type { Run } from './run.ts';

/**
 * Sends what is left of a family, one request after the other, since what the next one should carry depends on what
 * came of the last. Ends early where the rest is put off, or the recall stops.
 */
export async function workOff<S>(run: Run<S>, family: Family): Promise<void> {
  const wasPutOff = family.putOff;
  while (family.rests.length > 0 && !run.soft.aborted && family.putOff === wasPutOff) {
    await exchange(run, nextWork(run, family));
  }
}

function nextWork<S>(run: Run<S>, family: Family): Work {
  const isPartOfBad = family.rests[0]?.knownBad === true;
  const { placed, root, mayHaveBeenReceived } = takeFirst(family, nextSize(run, family));
  return {
    placed,
    family,
    id: run.progress.nextId++,
    parent: root,
    isPartOfBad,
    attempts: 0,
    mayHaveBeenReceived,
    mightHaveBeen: mayHaveBeenReceived,
  };
}

function nextSize<S>(
  { size, progress }: Run<S>,
  { rests, divided, accepted, refused, targets }: Family,
): number {
  const [rest] = rests;
  if (rest === undefined) return 0;
  const { count } = rest.placed.batch;
  if (!rest.knownBad && !divided) return Math.min(count, size.current);
  const { findings } = progress;
  const here = { bad: refused, all: accepted + refused };
  const elsewhere = { bad: findings.bad - here.bad, all: findings.all - here.all };
  const share = expectedShare({ targets, here, elsewhere });
  return Math.min(groupSize({ count, share, knownBad: rest.knownBad }), size.current);
}
