/** After so many refusals alone, one by one, a batch is taken to be more than the quota ever lets through at once. */
const REFUSED_ALONE = 2;

/**
 * How many targets a request may carry: what the vendor takes at most, and no more than its flow control lets
 * through at once. That is found by halving what was refused although nothing else was under way, and by trying the
 * double again once the half got through: it may have been an outage.
 */
export interface SizeLimit {
  readonly current: number;
  /** Aborts when whoever waits to send should think again: another number holds from now on, or the recall stops. */
  readonly waiting: AbortSignal;
  /** The vendor takes fewer than it was sent. */
  shrinkTo(targets: number): void;
  /** Flow control refused so many, alone. True where they must be divided now. */
  refusedAlone(targets: number): boolean;
  /** Flow control let so many through. */
  passed(targets: number): void;
}

/** @param soft - aborts when the recall stops. */
export function createSizeLimit(most: number, soft: AbortSignal): SizeLimit {
  let full = most;
  let current = most;
  let inARow = 0;
  /** The largest that got through while larger ones were being refused. */
  let proven = 0;
  let waiting = new AbortController();
  const onStop = (): void => {
    waiting.abort(soft.reason);
  };
  if (soft.aborted) onStop();
  soft.addEventListener('abort', onStop, { once: true });

  function allow(targets: number): void {
    if (targets === current) return;
    current = targets;
    if (soft.aborted) return;
    const before = waiting;
    waiting = new AbortController();
    before.abort(new Error('a request may carry another number of targets now'));
  }

  return {
    get current() {
      return current;
    },
    get waiting() {
      return waiting.signal;
    },
    shrinkTo(targets) {
      full = Math.min(full, targets);
      allow(Math.min(current, targets));
    },
    refusedAlone(targets) {
      if (targets <= 1) return false;
      inARow += 1;
      // While it is being halved, each refusal alone tells enough
      if (inARow < REFUSED_ALONE && current === full) return false;
      const half = Math.floor(targets / 2);
      allow(Math.min(current, half));
      if (proven >= half) full = Math.max(proven, half);
      return true;
    },
    passed(targets) {
      inARow = 0;
      if (current === full) {
        // Larger ones get through again, so it was an outage that held them back
        if (targets > proven) proven = 0;
        return;
      }
      if (targets < current) return;
      proven = Math.max(proven, targets);
      allow(Math.min(full, targets * 2));
    },
  };
}
