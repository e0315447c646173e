import { verdictOf, type Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import type { RecallOptions } from '../../../src/engine/options.ts';
import type { RecallSummary } from '../../../src/summary/summary.ts';
import { freePacer } from '../support/free-pacer.ts';
import { names } from '../support/list-source.ts';
import { setUp, type Stage } from '../support/stage.ts';
import { strictLedger } from '../support/ledger/strict-ledger.ts';

const SECOND = 1000;

const unavailable: Fault = {
  kind: 'answer',
  verdict: verdictOf({ advice: 'retry', about: 'quota', httpStatus: 503 }),
};

/** 200,000 targets at 3000 a second, and a vendor that answers nothing but 503 for a minute from each of these on. */
async function playOutages(
  from: readonly number[],
  options: Partial<RecallOptions<string>>,
): Promise<Stage & { readonly summary: RecallSummary }> {
  const stage: Stage = setUp({
    targets: names(200_000),
    vendor: {
      latencyMs: 100,
      faults: () => {
        const now = stage.clock.monotonic();
        return from.some((start) => now >= start && now < start + 60 * SECOND) ? unavailable : undefined;
      },
    },
    options,
  });
  const summary = await stage.start({
    pacer: freePacer(stage.clock, { targetsPerSecond: 3000 }),
    ledger: strictLedger(stage.clock).session(),
  }).done;
  return { ...stage, summary };
}

describe('a long outage', () => {
  it.each([1, 6, 128])('loses nothing, and uses up no attempt: %d requests at once', async (concurrency) => {
    const { summary } = await playOutages([5 * SECOND], { concurrency, maxAttempts: 1 });
    expect(summary).toMatchObject({
      state: 'finished',
      targets: { accepted: 200_000, unknown: 0, notAttempted: 0 },
      requests: { retried: 0 },
    });
  });

  it.each([1, 6, 128])(
    'leaves no recall behind that sends small requests: %d at once',
    async (concurrency) => {
      const { vendor, summary } = await playOutages([5 * SECOND], { concurrency });
      // Five seconds go by before it, and ten after it until the size has been found again
      const later = vendor.requests.filter(({ at }) => at > 75 * SECOND);
      const carried = later.reduce((sum, { targets }) => sum + targets.length, 0);
      expect(carried).toBeGreaterThan(100_000);
      expect(carried / later.length).toBeGreaterThan(800);
      // A minute lost, and hardly a second more than the 66.7 that the rate takes
      expect(summary.elapsedMs).toBeLessThan((67 + 61) * SECOND);
    },
  );

  it.each([6, 128])('leaves none behind the second time either: %d at once', async (concurrency) => {
    const { vendor } = await playOutages([5 * SECOND, 85 * SECOND], { concurrency });
    const later = vendor.requests.filter(({ at }) => at > 155 * SECOND);
    const carried = later.reduce((sum, { targets }) => sum + targets.length, 0);
    expect(carried / later.length).toBeGreaterThan(800);
  });
});
