import { describe, expect, it } from 'vitest';
import { freePacer } from '../support/free-pacer.ts';
import { names } from '../support/list-source.ts';
import { setUp, sizes } from '../support/stage.ts';
import { strictLedger } from '../support/ledger/strict-ledger.ts';

describe('a quota that never lets a whole batch through at once', () => {
  it.each([1, 6, 128])(
    'is found by halving what is refused alone: %d requests at once',
    async (concurrency) => {
      const { start, clock, vendor } = setUp({
        targets: names(30_000),
        vendor: { quota: { targetsPerSecond: 300, burst: 300 }, latencyMs: 50 },
        options: { concurrency },
      });
      const summary = await start({
        pacer: freePacer(clock, { targetsPerSecond: 280 }),
        ledger: strictLedger(clock).session(),
      }).done;
      expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 30_000, unknown: 0 } });
      // Twice all, the half once while it is still smaller, and the half again to be sure; then no more
      expect(sizes(vendor).filter((size) => size > 250)).toEqual([1000, 1000, 500, 500]);
      expect(summary.requests).toEqual({ sent: 125, retried: 0, throttled: 4 });
    },
  );
});
