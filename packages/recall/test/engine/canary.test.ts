import type { BadTarget, Fault } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { listOf, names } from './support/list-source.ts';
import { play, setUp, sizes } from './support/stage.ts';

const timeout: Fault = { kind: 'lost', failure: 'timeout', acted: false };

const badOf = (kind: BadTarget, targets: readonly string[]) =>
  new Map(targets.map((target) => [target, kind]));

describe('the canary', () => {
  it('is through before anything else leaves', async () => {
    const { vendor, events } = await play({ targets: names(3000), vendor: { latencyMs: 100 } });
    expect(vendor.requests.map(({ at, targets }) => [at, targets.length])).toEqual([
      [0, 10],
      [100, 1000],
      [100, 1000],
      [100, 990],
    ]);
    expect(events).toEqual([{ type: 'canary-passed', accepted: 10 }]);
  });

  it('takes as many requests as it needs where a request holds one target', async () => {
    const { vendor, summary } = await play({
      targets: names(13),
      vendor: { batchSize: 1, latencyMs: 10, bad: badOf('misfit', names(9)) },
    });
    // All ten one after another, though the first nine are refused; then those again and the rest, side by side
    expect(vendor.requests.map(({ at }) => at)).toEqual([
      ...[0, 10, 20, 30, 40, 50, 60, 70, 80, 90],
      ...Array<number>(12).fill(100),
    ]);
    expect(summary.targets).toMatchObject({ accepted: 4, rejected: 9 });
  });

  it('is not judged before its tenth target where a request holds one', async () => {
    const { summary } = await play({
      targets: names(13),
      vendor: { batchSize: 1, bad: badOf('foreign', names(9)) },
    });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 4, rejected: 9 });
  });

  it('tries all ten where a request holds one target and each is refused', async () => {
    const { vendor, summary } = await play({
      targets: names(13),
      vendor: { batchSize: 1, bad: badOf('misfit', names(13)) },
    });
    expect(vendor.requests).toHaveLength(10);
    expect(summary.stoppedBy?.cause).toBe('nothing-accepted');
    expect(summary.targets).toMatchObject({ rejected: 0, notAttempted: 13 });
  });

  it.each(['foreign', 'invalid'] as const)('stops when all its targets are rejected (%s)', async (kind) => {
    const { summary, sink } = await play({ targets: names(30), vendor: { bad: badOf(kind, names(30)) } });
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toMatchObject({
      cause: 'nothing-accepted',
      code: { foreign: '80300017', invalid: '80300007' }[kind],
    });
    expect(sink.of('rejected')).toEqual(names(10));
    expect(summary.targets).toMatchObject({ rejected: 10, notAttempted: 20 });
  });

  it('is satisfied with one accepted target', async () => {
    const { summary, events } = await play({
      targets: names(30),
      vendor: { bad: badOf('foreign', names(9)) },
    });
    expect(summary.state).toBe('finished');
    expect(events).toEqual([{ type: 'canary-passed', accepted: 1 }]);
    expect(summary.targets).toMatchObject({ accepted: 21, rejected: 9 });
  });

  it('stops when no usable answer came to any of its targets', async () => {
    const { summary, sink } = await play({ targets: names(30), vendor: { faults: () => timeout } });
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toEqual({
      cause: 'no-answer',
      message: 'no answer: timeout',
      failure: 'timeout',
    });
    expect(summary.requests.sent).toBe(4);
    expect(sink.of('unknown')).toEqual(names(10));
    expect(sink.of('not-attempted')).toEqual(names(30).slice(10));
  });

  it('goes on where some were refused and others lost: the lost ones may have been accepted', async () => {
    const { summary } = await play({
      targets: names(30),
      vendor: {
        batchSize: 1,
        bad: badOf('foreign', names(5)),
        // The first request for each of t6 to t10, and its three repeats
        faults: (attempt) => (attempt >= 6 && attempt <= 25 ? timeout : undefined),
      },
    });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 20, rejected: 5, unknown: 5 });
  });

  it('calls a target unknown that waited for its judgement, where its first request was lost', async () => {
    const { summary, sink } = await play({
      targets: names(2),
      vendor: {
        batchSize: 1,
        bad: badOf('misfit', ['t1']),
        faults: (attempt) => (attempt === 1 ? timeout : undefined),
      },
    });
    expect(sink.of('unknown')).toEqual(['t1']);
    expect(summary.targets).toMatchObject({ accepted: 1, rejected: 0, unknown: 1 });
  });

  it.each([1, 9, 10])('has nothing to judge where the list of %d ends with it', async (count) => {
    const lost = await play({ targets: names(count), vendor: { faults: () => timeout } });
    expect(lost.summary).toMatchObject({ state: 'finished', targets: { unknown: count, notAttempted: 0 } });
    const refused = await play({ targets: names(count), vendor: { bad: badOf('foreign', names(count)) } });
    expect(refused.summary).toMatchObject({
      state: 'finished',
      targets: { rejected: count, notAttempted: 0 },
    });
    const accepted = await play({ targets: names(count) });
    expect(accepted.summary).toMatchObject({ state: 'finished', targets: { accepted: count } });
  });

  it('is left out where it is set to 0', async () => {
    const { vendor, events } = await play({
      targets: names(2500),
      vendor: { latencyMs: 100 },
      options: { canary: 0 },
    });
    expect(vendor.requests.map(({ at, targets }) => [at, targets.length])).toEqual([
      [0, 1000],
      [0, 1000],
      [0, 500],
    ]);
    expect(events).toEqual([]);
  });

  it('can be as long as its author likes', async () => {
    const { vendor } = await play({ targets: names(3000), options: { canary: 1500 } });
    expect(sizes(vendor)).toEqual([1000, 500, 1000, 500]);
  });

  it('ends at once with an empty list', async () => {
    const { summary, vendor } = await play({ targets: [] });
    expect(vendor.requests).toEqual([]);
    expect(summary).toMatchObject({ state: 'finished', targets: { read: 0, notAttempted: 0 } });
  });

  it('is cut from several small chunks', async () => {
    const { start, vendor } = setUp({ targets: [] });
    await start({ source: listOf(names(25), { chunkSize: 4 }) }).done;
    expect(vendor.requests.map(({ targets }) => targets)).toEqual([names(10), names(25).slice(10)]);
  });

  it('is no wrong notification where its only target was refused after a lost request', async () => {
    const { summary } = await play({
      targets: names(1),
      vendor: {
        batchSize: 1,
        bad: badOf('misfit', names(1)),
        faults: (attempt) => (attempt === 1 ? timeout : undefined),
      },
    });
    expect(summary).toMatchObject({ state: 'finished', targets: { unknown: 1, notAttempted: 0 } });
  });

  it('passes over targets that do not fit where a request holds one, if it is told to keep going', async () => {
    const { summary } = await play({
      targets: names(200),
      vendor: { batchSize: 1, bad: badOf('misfit', names(150)) },
      options: { keepGoing: true },
    });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 50, rejected: 150 });
  });

  it('stops after 300 targets that do not fit, though it is told to keep going', async () => {
    const { summary, vendor } = await play({
      targets: names(1000),
      vendor: { batchSize: 1, bad: badOf('misfit', names(1000)) },
      options: { keepGoing: true },
    });
    expect(vendor.requests).toHaveLength(300);
    expect(summary.stoppedBy?.cause).toBe('nothing-accepted');
    expect(summary.targets).toMatchObject({ rejected: 0, notAttempted: 1000 });
  });

  it('may be all stale targets, if it is told to keep going', async () => {
    const bad = badOf('invalid', names(10));
    const { summary } = await play({ targets: names(40), vendor: { bad }, options: { keepGoing: true } });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 30, rejected: 10 });
  });
});
