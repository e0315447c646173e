import { verdictOf, type Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import type { RecallEvent, RecallOptions } from '../../../src/engine/options.ts';
import type { RecallSummary } from '../../../src/summary/summary.ts';
import { freePacer } from '../support/free-pacer.ts';
import { names } from '../support/list-source.ts';
import { setUp, type Stage } from '../support/stage.ts';
import { strictLedger } from '../support/ledger/strict-ledger.ts';

const MINUTE = 60_000;

/** As a Worker sees an outage: nobody can tell whether anything left. */
const lost: Fault = { kind: 'lost', failure: 'reset', acted: false };
const error500: Fault = {
  kind: 'answer',
  verdict: verdictOf({ advice: 'retry', about: 'vendor-fault', httpStatus: 500, mayHaveBeenReceived: true }),
};

interface Outage {
  readonly fault: Fault;
  readonly from: number;
  readonly to: number;
}

async function playOutage(
  { fault, from, to }: Outage,
  options: Partial<RecallOptions<string>>,
): Promise<Stage & { readonly summary: RecallSummary }> {
  const stage: Stage = setUp({
    targets: names(60_000),
    vendor: {
      latencyMs: 100,
      faults: () => {
        const now = stage.clock.monotonic();
        return now >= from && now < to ? fault : undefined;
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

describe('an outage of which nobody can tell what was received', () => {
  it.each([
    ['no answers', 1, lost],
    ['no answers', 6, lost],
    ['nothing but HTTP 500', 6, error500],
  ] as const)(
    'of %s is waited for: three batches are given for it, %d at once',
    async (_what, concurrency, fault) => {
      const events: RecallEvent[] = [];
      const { summary } = await playOutage(
        { fault, from: 5000, to: 5000 + 10 * MINUTE },
        { concurrency, observe: (event) => events.push(event) },
      );
      expect(summary).toMatchObject({
        state: 'finished',
        targets: { accepted: 57_000, unknown: 3000, notAttempted: 0 },
      });
      expect(events.filter(({ type }) => type === 'unreachable')).toHaveLength(1);
      // Ten minutes, the twenty seconds that the rate takes, and the last wait of half a minute
      expect(summary.elapsedMs).toBeLessThan(10.5 * MINUTE + 30_000);
    },
  );

  it('is not waited for without end: the recall stops, and what is open can be sent again', async () => {
    const { summary } = await playOutage(
      { fault: lost, from: 5000, to: Infinity },
      { concurrency: 6, giveUpAfterMs: 5 * MINUTE },
    );
    // Six are open, and three had been given for it
    expect(summary).toMatchObject({
      state: 'stopped',
      stoppedBy: { cause: 'unreachable' },
      targets: { unknown: 9000 },
    });
    expect(summary.targets.accepted).toBeGreaterThan(10_000);
    expect(summary.elapsedMs).toBeLessThan(7 * MINUTE);
  });

  it('is none where others are answered in between: a batch that never is ends as unknown', async () => {
    const events: RecallEvent[] = [];
    const stage: Stage = setUp({
      targets: names(40_000),
      // One after the other: all four attempts of the 10th, 20th, 30th and 40th request and what repeats it
      vendor: { faults: (attempt) => (attempt >= 10 && attempt % 10 < 4 ? error500 : undefined) },
      options: { concurrency: 1, observe: (event) => events.push(event) },
    });
    const summary = await stage.start({
      pacer: freePacer(stage.clock, { targetsPerSecond: 3000 }),
      ledger: strictLedger(stage.clock).session(),
    }).done;
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 35_000, unknown: 5000 } });
    expect(events.map(({ type }) => type)).not.toContain('unreachable');
  });
});
