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
  const [rest] = family.rests;
  const size = nextSize(run, family);
  const isPartOfBad = rest?.knownBad === true && size < rest.placed.batch.count;
  const { placed, root, mayHaveBeenReceived } = takeFirst(family, size);
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
  { rests, held, divided, accepted, refused, targets }: Family,
): number {
  const [rest] = rests;
  if (rest === undefined) return 0;
  const { count } = rest.placed.batch;
  if (!rest.knownBad && !divided) return Math.min(count, size.current);
  const { findings } = progress;
  const bad = refused + held.length;
  const here = { bad, all: accepted + bad };
  const elsewhere = { bad: findings.bad - refused, all: findings.all - accepted - refused };
  const share = expectedShare({ targets, here, elsewhere });
  return Math.min(groupSize({ count, share, knownBad: rest.knownBad }), size.current);
}
