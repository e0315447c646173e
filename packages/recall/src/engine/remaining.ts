import { createEta } from '../pace/eta.ts';
import type { Pacer } from '../pace/pacer.ts';
import type { Run } from './run.ts';

/** Tells how long a recall will still take; what earlier sessions did is no measure of that. */
export function remaining<S>({
  clock,
  pacer,
  tally,
  requests,
  canary,
}: Pick<Run<S>, 'clock' | 'tally' | 'requests' | 'canary'> & { readonly pacer: Pacer }): () =>
  number | undefined {
  const { ceiling } = pacer;
  const eta = createEta({ clock, canary, ...(ceiling !== undefined && { ceiling }) });
  return () => {
    const { notAttempted: left } = tally.counts();
    const settled = tally.sinceBegun();
    const { targetsPerSecond } = pacer;
    const ms = eta.remainingMs({ left, settled, spent: requests.targets, targetsPerSecond });
    return ms && Math.ceil(ms);
  };
}
