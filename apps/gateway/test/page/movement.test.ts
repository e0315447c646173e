import { describe, expect, it } from 'vitest';
import type { Recall, RecallState } from '../../public/api/types.d.ts';
import { createMovement } from '../../public/views/recall/progress/movement.js';

const HALF_AN_HOUR = 30 * 60 * 1000;

const QUIET = { isThrottled: false, isFailing: false };

function recallOf(
  state: RecallState,
  { accepted, throttled = 0, retried = 0 }: { accepted: number; throttled?: number; retried?: number },
): Recall {
  return {
    recallId: 'r-1',
    app: 'shop',
    vendorApp: '104729817',
    selector: { notifyId: 1 },
    state,
    wanted: 'run',
    forgotten: false,
    targets: {
      read: 5000,
      malformed: 0,
      duplicate: 0,
      accepted,
      rejected: 0,
      unknown: 0,
      notAttempted: 5000 - accepted,
    },
    requests: { sent: 10, throttled, retried },
    codes: {},
    createdAt: '2026-11-27T01:02:03.000Z',
    elapsedMs: 0,
    audit: [],
  };
}

describe('how a recall moves', () => {
  it('is told by what rises: nothing for long, and what was refused or failed lately', () => {
    const movement = createMovement();
    expect(movement(recallOf('running', { accepted: 1000 }), 0)).toEqual(QUIET);
    expect(movement(recallOf('running', { accepted: 2000 }), 5000)).toEqual(QUIET);
    expect(movement(recallOf('running', { accepted: 2000, throttled: 1 }), 14_999)).toEqual({
      isThrottled: true,
      isFailing: false,
    });
    expect(movement(recallOf('running', { accepted: 2000, throttled: 1, retried: 1 }), 15_000)).toEqual({
      stillSince: 5000,
      isThrottled: true,
      isFailing: true,
    });
    expect(movement(recallOf('running', { accepted: 2001, throttled: 1, retried: 1 }), 30_000)).toEqual(
      QUIET,
    );
  });

  it.each(['stopped', 'paused', 'waiting'] as const)('is seen anew once it runs that was %s', (state) => {
    const movement = createMovement();
    movement(recallOf('running', { accepted: 1000 }), 0);
    const before = { accepted: 1000, throttled: 1, retried: 1 };
    movement(recallOf('running', before), 5000);
    expect(movement(recallOf(state, before), 60_000)).toEqual(QUIET);
    const resumed = HALF_AN_HOUR;
    expect(movement(recallOf('running', before), resumed)).toEqual(QUIET);
    expect(movement(recallOf('running', before), resumed + 9999)).toEqual(QUIET);
    expect(movement(recallOf('running', before), resumed + 10_000)).toEqual({
      ...QUIET,
      stillSince: resumed,
    });
  });
});
