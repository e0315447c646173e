import { CredentialError } from '@unpush/core';
import { verdictOf, type BadTarget, type Fault, type SimulatedVendorOptions } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import type { RecallOptions } from '../../../src/engine/options.ts';
import { InputError } from '../../../src/intake/input-error.ts';
import { listOf, names } from '../support/list-source.ts';
import { recordingSink } from '../support/recording-sink.ts';
import { setUp, sizes } from '../support/stage.ts';
import { positionsWith, strictLedger, type Kill } from '../support/ledger/strict-ledger.ts';

const timeout: Fault = { kind: 'lost', failure: 'timeout', acted: true };
const noRight: Fault = {
  kind: 'answer',
  verdict: verdictOf({ advice: 'stop', about: 'permission', httpStatus: 400, code: '80300032' }),
};
const at = (number: number, fault: Fault) => (attempt: number) => (attempt === number ? fault : undefined);

type ProcessOptions = Partial<RecallOptions<string>> & {
  readonly vendor?: Omit<SimulatedVendorOptions, 'clock'>;
  readonly kill?: Kill;
};

/** One recall and the processes that work on it, each with a vendor and a pacer of its own. */
function recallOf(targets: readonly string[], traits: Omit<SimulatedVendorOptions, 'clock'> = {}) {
  const { clock } = setUp({ targets });
  const ledger = strictLedger(clock);

  /** A process begins, and works until it has ended or is killed. */
  const work = async ({ vendor = traits, kill, ...options }: ProcessOptions = {}) => {
    const stage = setUp({ targets, vendor, clock });
    const session = ledger.session(kill);
    const recall = stage.start({ ledger: session, concurrency: 1, ...options });
    const summary = await Promise.race([recall.done, session.killed.then(() => recall.snapshot())]);
    return { ...stage, summary };
  };
  return { clock, ledger, work };
}

describe('a recall that is resumed', () => {
  it('sends what has no outcome, and nothing else', async () => {
    const { work, ledger } = recallOf(names(50), { batchSize: 10 });
    // begin, then a sending and a verdict for each batch: it dies with the third batch under way
    await work({ kill: { call: 6, written: true } });
    expect(positionsWith(ledger, 'accepted')).toEqual([[0, 20]]);
    const { vendor, summary } = await work();
    expect(vendor.requests.map(({ targets }) => targets[0])).toEqual(['t21', 't31', 't41']);
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 50 } });
    expect(summary.requests).toEqual({ sent: 6, retried: 0, throttled: 0 });
  });

  it('goes on counting codes, requests and time where the one before left off', async () => {
    const { work, clock } = recallOf(names(30), { batchSize: 10, latencyMs: 100 });
    const before = await work({ vendor: { batchSize: 10, latencyMs: 100, faults: at(2, noRight) } });
    expect(before.summary).toMatchObject({ state: 'stopped', elapsedMs: 200 });
    await clock.sleep(3_600_000);
    const { summary } = await work();
    expect(summary).toMatchObject({
      state: 'finished',
      codes: { '80000000': 30 },
      requests: { sent: 4, retried: 0, throttled: 0 },
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T01:00:00.400Z',
      elapsedMs: 400,
    });
  });

  it('has nothing left to do where it has finished', async () => {
    const { work } = recallOf(names(30));
    await work();
    const { vendor, summary } = await work();
    expect(vendor.requests).toEqual([]);
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 30 } });
  });

  it('goes on after a stop once the vendor has been mended', async () => {
    const { work, ledger } = recallOf(names(3000));
    const stopped = await work({ vendor: { faults: () => noRight } });
    expect(stopped.summary).toMatchObject({ state: 'stopped', targets: { notAttempted: 3000 } });
    expect(ledger.open).toEqual([{ batch: 1, spans: [[0, 10]], mayHaveBeenReceived: false }]);
    const { summary, vendor } = await work();
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 3000 } });
    expect(sizes(vendor)).toEqual([10, 1000, 1000, 990]);
  });

  it('goes on where the canary was refused whole, once the notification is the right one', async () => {
    const bad = new Map<string, BadTarget>(names(30).map((target) => [target, 'misfit']));
    const { work } = recallOf(names(30));
    const stopped = await work({ vendor: { bad } });
    expect(stopped.summary).toMatchObject({ state: 'stopped', targets: { rejected: 0, notAttempted: 30 } });
    const { summary } = await work();
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 30, rejected: 0 } });
  });

  it('divides an open batch that is larger than a request may be now', async () => {
    const { work, ledger } = recallOf(names(100));
    await work({ canary: 0, kill: { call: 2, written: true } });
    expect(ledger.open).toMatchObject([{ batch: 1, spans: [[0, 100]] }]);
    const { vendor, summary } = await work({ batchSize: 30 });
    expect(sizes(vendor)).toEqual([10, 30, 30, 30]);
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 100 } });
  });

  it('puts an open batch together again that lies in several pieces and chunks', async () => {
    const bad = new Map<string, BadTarget>([
      ['t2', 'invalid'],
      ['t50', 'invalid'],
    ]);
    const targets = names(100);
    const { work, ledger } = recallOf(targets, { bad });
    await work({ canary: 0, kill: { call: 4, written: true } });
    const spans = [
      [0, 1],
      [2, 49],
      [50, 100],
    ];
    expect(ledger.open).toMatchObject([{ batch: 2, spans }]);
    const { summary, sink } = await work({ source: listOf(targets, { chunkSize: 7 }), canary: 0 });
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 98, rejected: 2 } });
    expect(sink.lines).toHaveLength(98);
    for (const { target, place } of sink.lines) expect(place).toBe(`list.txt:${target.slice(1)}`);
  });
});

describe('a target that was under way when the process was killed', () => {
  const bad = new Map<string, BadTarget>([['t3', 'foreign']]);

  it('is unknown where it is refused now: the lost request may have taken it back', async () => {
    const { work, ledger } = recallOf(names(4), { bad });
    await work({ kill: { call: 2, written: true } });
    const { summary } = await work();
    expect(summary.targets).toMatchObject({ accepted: 3, rejected: 0, unknown: 1 });
    expect(positionsWith(ledger, 'unknown')).toEqual([[2, 3]]);
  });

  it('is rejected where its request was not even written down', async () => {
    const { work, ledger } = recallOf(names(4), { bad });
    await work({ kill: { call: 2, written: false } });
    expect(ledger.open).toEqual([]);
    const { summary } = await work();
    expect(summary.targets).toMatchObject({ accepted: 3, rejected: 1, unknown: 0 });
  });

  it('counts as unknown as long as nothing has come of it', async () => {
    const { work } = recallOf(names(30));
    await work({ kill: { call: 2, written: true } });
    const { summary, sink } = await work({ signal: AbortSignal.abort() });
    expect(summary).toMatchObject({ state: 'stopped', targets: { unknown: 10, notAttempted: 20 } });
    expect(sink.of('unknown')).toEqual(names(10));
    const again = await work({ signal: AbortSignal.abort(), sink: recordingSink() });
    expect(again.summary.targets).toMatchObject({ unknown: 10, notAttempted: 20 });
  });
});

describe('a request that never left, though it was written down', () => {
  it('leaves its targets as if they had never been sent', async () => {
    const error = new CredentialError('the key cannot sign');
    const bad = new Map<string, BadTarget>([['t3', 'foreign']]);
    const { work, ledger } = recallOf(names(4), { bad });
    await expect(work({ vendor: { faults: at(1, { kind: 'throw', error }) } })).rejects.toBe(error);
    expect(ledger.open).toEqual([{ batch: 1, spans: [[0, 4]], mayHaveBeenReceived: false }]);
    expect(ledger.ended?.summary.requests.sent).toBe(0);
    const { summary } = await work();
    expect(summary.targets).toMatchObject({ accepted: 3, rejected: 1, unknown: 0 });
  });
});

describe('unknown targets', () => {
  /** Ten of thirty are lost in the first session. */
  async function withUnknown() {
    const recall = recallOf(names(30), { batchSize: 10 });
    await recall.work({ vendor: { batchSize: 10, faults: at(2, timeout) }, maxAttempts: 1 });
    expect(positionsWith(recall.ledger, 'unknown')).toEqual([[10, 20]]);
    return recall;
  }

  it('stay as they are where the recall is resumed', async () => {
    const { work } = await withUnknown();
    const { vendor, summary } = await work();
    expect(vendor.requests).toEqual([]);
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 20, unknown: 10 } });
  });

  it('are tried again where that is asked for', async () => {
    const { work } = await withUnknown();
    const { vendor, summary } = await work({ retryUnknown: true });
    expect(vendor.requests.map(({ targets }) => targets)).toEqual([names(20).slice(10)]);
    expect(summary).toMatchObject({
      state: 'finished',
      targets: { accepted: 30, unknown: 0 },
      codes: { '80000000': 30 },
    });
  });

  it('are unknown again where they are refused now', async () => {
    const { work } = await withUnknown();
    const bad = new Map<string, BadTarget>([['t15', 'foreign']]);
    const { summary } = await work({ vendor: { batchSize: 10, bad }, retryUnknown: true });
    expect(summary.targets).toMatchObject({ accepted: 29, rejected: 0, unknown: 1 });
  });
});

describe('a list that has become shorter', () => {
  it.each([0, 5, 19])('is refused: %d targets left of which 20 were sent', async (length) => {
    const { work } = recallOf(names(30), { batchSize: 10 });
    await work({ kill: { call: 6, written: false } });
    const resumed = work({ source: listOf(names(length)) });
    await expect(resumed).rejects.toThrow(InputError);
    await expect(resumed).rejects.toThrow(
      `The list holds ${length} targets now, fewer than when the recall was begun. Put the old list back, and resume again.`,
    );
  });

  it('is refused also where an open batch is what is missing', async () => {
    const { work } = recallOf(names(30), { batchSize: 10 });
    await work({ vendor: { batchSize: 10, faults: at(3, noRight) } });
    await expect(work({ source: listOf(names(25)) })).rejects.toThrow(InputError);
  });
});

describe('malformed targets and duplicates', () => {
  it.each([true, false])(
    'are counted once, however often the list is read (totals known: %s)',
    async (known) => {
      const list = listOf(names(40), { chunkSize: 10 });
      const source = {
        ...(known && { totals: { read: 52, malformed: 4, duplicate: 8 } }),
        async *read() {
          for await (const chunk of list.read()) {
            yield { ...chunk, malformed: [{ reason: 'empty', text: '' } as const], duplicate: 2 };
          }
        },
      };
      const { work } = recallOf([], { batchSize: 10 });
      for (const call of [3, 4, 5]) await work({ source, kill: { call, written: true } });
      const { summary } = await work({ source });
      expect(summary).toMatchObject({
        state: 'finished',
        targets: { read: 52, malformed: 4, duplicate: 8, accepted: 40, notAttempted: 0 },
      });
    },
  );

  it('leave the sums right before the list has been read again', async () => {
    const { work, ledger, clock } = recallOf(names(40), { batchSize: 10 });
    await work({ kill: { call: 6, written: false } });
    const { start } = setUp({ targets: names(40), vendor: { batchSize: 10, latencyMs: 100 }, clock });
    const recall = start({ ledger: ledger.session(), concurrency: 1 });
    await clock.sleep(1);
    expect(recall.snapshot().targets).toMatchObject({ accepted: 20, rejected: 0, unknown: 0 });
    expect(recall.snapshot().targets.notAttempted).toBeGreaterThanOrEqual(0);
    await recall.done;
  });
});
