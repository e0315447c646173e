import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/summary/tally.ts';

describe('a tally', () => {
  it('counts what is read and not settled as not attempted', () => {
    const tally = createTally(undefined);
    tally.met({ read: 10, malformed: 1, duplicate: 2 });
    tally.settle('accepted', 3, '80000000');
    expect(tally.counts()).toEqual({
      read: 10,
      malformed: 1,
      duplicate: 2,
      accepted: 3,
      rejected: 0,
      unknown: 0,
      notAttempted: 4,
    });
  });

  it('knows from the start what will be read, where that is known', () => {
    const tally = createTally({ read: 100, malformed: 5, duplicate: 5 });
    expect(tally.counts()).toMatchObject({ read: 100, malformed: 5, duplicate: 5, notAttempted: 90 });
    tally.met({ read: 10, malformed: 1, duplicate: 0 });
    tally.settle('rejected', 9, '80300007');
    expect(tally.counts()).toMatchObject({ read: 100, malformed: 5, rejected: 9, notAttempted: 81 });
  });

  it('counts targets by what decided them, and none that was not attempted', () => {
    const tally = createTally({ read: 100, malformed: 0, duplicate: 0 });
    tally.settle('accepted', 40, '80000000');
    tally.settle('accepted', 40, '80000000');
    tally.settle('unknown', 5, 'HTTP 502');
    tally.settle('unknown', 1);
    tally.settle('not-attempted', 14, '80300032');
    expect(tally.codes()).toEqual({ '80000000': 80, 'HTTP 502': 5 });
    expect(tally.counts()).toMatchObject({ accepted: 80, unknown: 6, notAttempted: 14 });
  });

  it('goes on from what became of targets before, whose reading is still to come', () => {
    const tally = createTally(undefined);
    tally.resume({
      covered: [
        [0, 50],
        [60, 70],
      ],
      settled: { accepted: 40, rejected: 5, unknown: 5 },
      codes: { '80000000': 40, '80300007': 5 },
    });
    // Position 69 was read, so there are 70 at least
    expect(tally.counts()).toMatchObject({
      read: 70,
      accepted: 40,
      rejected: 5,
      unknown: 5,
      notAttempted: 20,
    });
    tally.met({ read: 30, malformed: 1, duplicate: 4 });
    expect(tally.counts()).toMatchObject({ read: 75, malformed: 1, duplicate: 4, notAttempted: 20 });
    tally.met({ read: 70, malformed: 0, duplicate: 0 });
    tally.settle('accepted', 10, '80000000');
    expect(tally.counts()).toMatchObject({ read: 100, malformed: 1, duplicate: 4, notAttempted: 35 });
    expect(tally.codes()).toEqual({ '80000000': 50, '80300007': 5 });
  });

  it('shows a target that was settled twice as a count below zero', () => {
    const tally = createTally(undefined);
    tally.met({ read: 1, malformed: 0, duplicate: 0 });
    tally.settle('accepted', 1);
    tally.settle('unknown', 1);
    expect(tally.counts().notAttempted).toBe(-1);
  });
});
