import type { BadTarget } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play, setUp } from '../support/stage.ts';

const LENGTHS = [1000, 10_000, 100_000] as const;

const all = (kind: BadTarget, targets: readonly string[]) =>
  new Map(targets.map((target) => [target, kind] as const));

const KINDS = ['foreign', 'misfit', 'invalid', 'illegal'] as const;

describe.each(KINDS)('a list of which every target is refused (%s)', (kind) => {
  it.each(LENGTHS)('costs no more than the canary divided: 19 requests of %d targets', async (length) => {
    const { vendor, summary } = await play({
      targets: names(length),
      vendor: { bad: all(kind, names(length)), latencyMs: 50 },
    });
    expect(summary).toMatchObject({ state: 'stopped', stoppedBy: { cause: 'nothing-accepted' } });
    expect(vendor.requests.length).toBeLessThanOrEqual(19);
  });

  it.each(LENGTHS)(
    'costs three canaries where it is to keep going: 57 requests of %d targets',
    async (length) => {
      const { vendor, summary } = await play({
        targets: names(length),
        vendor: { bad: all(kind, names(length)), latencyMs: 50 },
        options: { keepGoing: true },
      });
      expect(summary).toMatchObject({ state: 'stopped', stoppedBy: { cause: 'nothing-accepted' } });
      expect(vendor.requests.length).toBeLessThanOrEqual(57);
    },
  );

  it.each([10_000, 100_000])(
    'costs three batches without a canary: 180 requests of %d targets',
    async (length) => {
      const { vendor, summary } = await play({
        targets: names(length),
        vendor: { bad: all(kind, names(length)), latencyMs: 50 },
        options: { canary: 0, keepGoing: true },
      });
      expect(summary.state).toBe('stopped');
      expect(vendor.requests.length).toBeLessThanOrEqual(180);
      expect(vendor.mostAtOnce).toBe(3);
    },
  );
});

describe.each(KINDS)('a list that turns bad after the canary (%s)', (kind) => {
  const targets = names(200_010);
  const bad = all(kind, targets.slice(10));

  it.each([1, 16])(
    'pauses after twenty batches, and those that are under way then: %d at once',
    async (concurrency) => {
      const { vendor, summary } = await play({
        targets,
        vendor: { bad, latencyMs: 50 },
        options: { concurrency },
      });
      expect(summary).toMatchObject({ state: 'paused', stoppedBy: { cause: 'wholly-refused' } });
      // Some 7 to find the first bad one of a batch, twenty to see that all are
      expect(vendor.requests.length).toBeLessThanOrEqual(1 + 28 * (19 + concurrency));
      expect(summary.targets.accepted).toBe(10);
    },
  );
});

describe('a batch of which twenty targets were refused, each alone', () => {
  const targets = names(3010);
  // The canary is good, then a batch that is bad through and through, then two good ones
  const bad = all('foreign', targets.slice(10, 1010));

  it('is put off until everything else has been tried', async () => {
    const { vendor, summary } = await play({ targets, vendor: { bad }, options: { concurrency: 1 } });
    const sent = vendor.requests.map(({ targets: [first], targets: { length } }) => ({ first, length }));
    const others = sent.findIndex(({ first }) => first === 't1011');
    expect(sent.slice(1, others).filter(({ length }) => length === 1)).toHaveLength(20);
    expect(sent.slice(others, others + 2)).toEqual([
      { first: 't1011', length: 1000 },
      { first: 't2011', length: 1000 },
    ]);
    expect(summary).toMatchObject({ state: 'finished', targets: { accepted: 2010, rejected: 1000 } });
  });

  it('is gone through to the end all the same, as single targets', async () => {
    const { vendor } = await play({ targets, vendor: { bad }, options: { concurrency: 1 } });
    expect(vendor.requests.length).toBeLessThanOrEqual(1100 + 3);
  });

  it('is not put off where one of them was accepted', async () => {
    const allButOne = new Map([...bad].filter(([target]) => target !== 't11'));
    const { vendor } = await play({ targets, vendor: { bad: allButOne }, options: { concurrency: 1 } });
    expect(vendor.requests.at(-1)?.targets[0]).toBe('t2011');
  });

  it('is not-attempted as far as it was not tried, where the recall stops before', async () => {
    const { start, clock, sink } = setUp({
      targets,
      vendor: { bad, latencyMs: 10 },
      options: { concurrency: 1 },
    });
    const recall = start();
    void clock.sleep(500).then(() => recall.stop());
    const summary = await recall.done;
    expect(summary.targets.accepted + summary.targets.rejected + summary.targets.notAttempted).toBe(3010);
    expect(sink.lines).toHaveLength(3010);
  });
});
