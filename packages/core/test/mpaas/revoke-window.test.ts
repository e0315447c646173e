import { describe, expect, it } from 'vitest';
import { checkRevokeWindow } from '@unpush/core';
import { problemsOf } from './problems-of.ts';

const DAY = 86_400_000;
const now = Date.UTC(2026, 0, 15, 12);

const check = (sentAt: number) => problemsOf(() => checkRevokeWindow({ sentAt, now }));

describe('checkRevokeWindow', () => {
  it.each([
    ['just now', now],
    ['seven days ago to the millisecond', now - 7 * DAY],
    ['by a clock that is a day ahead', now + DAY],
  ])('takes a push of %s', (_, sentAt) => {
    expect(check(sentAt)).toEqual([]);
  });

  it.each([
    [now - 7 * DAY - 1, /lies 7\.1 days back: this push cannot be revoked any more$/],
    [now - 30 * DAY, /^must lie within the last 7 days.* lies 30 days back/],
    [now + DAY + 1, /^must not lie in the future, but lies 1\.1 days ahead: check year, time zone and unit$/],
    // Seconds, where milliseconds are wanted
    [Math.floor(now / 1000), /^must lie within the last 7 days/],
    [now * 1000, /^must not lie in the future/],
    [Number.NaN, /^must be a time in milliseconds since 1970, but is the number NaN$/],
    [Number.POSITIVE_INFINITY, /^must be a time in milliseconds since 1970/],
  ])('refuses %d', (sentAt, problem) => {
    const [found] = check(sentAt);
    expect(found?.field).toBe('sentAt');
    expect(found?.problem).toMatch(problem);
  });
});
