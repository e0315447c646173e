import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpDateMs } from '../../src/http/http-date.ts';
import { retryAfterMs } from '../../src/http/retry-after.ts';

const answeredAtMs = Date.UTC(2026, 0, 1, 12, 0, 0);

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['7', 7000],
    [' 120 ', 120_000],
    ['1.5', 1500],
    ['3600', 3_600_000],
    ['3601', 3_600_000],
    ['99999999999999999999', 3_600_000],
    ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
    ['Thursday, 01-Jan-26 12:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2026 11:59:00 GMT', 0],
    ['Fri, 01 Jan 2027 12:00:00 GMT', 3_600_000],
    [undefined, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['1e3', undefined],
    ['2026', 2_026_000],
    ['Mon, 99 Foo 2026 25:61:61 GMT', undefined],
  ])('%j is %j ms', (retryAfter, expected) => {
    expect(retryAfterMs({ retryAfter, answeredAtMs })).toBe(expected);
  });

  it('is from 0 to an hour or nothing, whatever is written there', () => {
    fc.assert(
      fc.property(fc.string(), (retryAfter) => {
        const ms = retryAfterMs({ retryAfter, answeredAtMs });
        expect(ms === undefined || (ms >= 0 && ms <= 3_600_000)).toBe(true);
      }),
    );
  });
});

describe('httpDateMs', () => {
  it('reads an HTTP date', () => {
    expect(httpDateMs('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(784_111_777_000);
  });

  it.each(['5', 'soon 1', '1994', undefined])('does not take %j for one', (text) => {
    expect(httpDateMs(text)).toBeUndefined();
  });
});
