import { describe, expect, it } from 'vitest';
import { idealSeconds } from '../src/figures/ideal.ts';
import { informationBound } from '../src/figures/information-bound.ts';
import { seeded, strewn } from '../src/figures/seeded.ts';
import { ratios, spreadOf, written } from '../src/figures/spread.ts';

describe('the ideal finishing time', () => {
  it('is that of the targets beyond the second that is saved up at the start', () => {
    expect(idealSeconds(300_000, [{ afterSeconds: 0, devicesPerSecond: 6000 }])).toBe(49);
    expect(idealSeconds(6000, [{ afterSeconds: 0, devicesPerSecond: 6000 }])).toBe(0);
    expect(idealSeconds(10, [{ afterSeconds: 0, devicesPerSecond: 6000 }])).toBe(0);
  });

  it('follows a quota that halves and returns', () => {
    const quota = [
      { afterSeconds: 0, devicesPerSecond: 60_000 },
      { afterSeconds: 15, devicesPerSecond: 30_000 },
      { afterSeconds: 30, devicesPerSecond: 60_000 },
    ];
    // 60,000 saved up, 900,000 until 15 s, 450,000 until 30 s, the rest at 60,000/s
    expect(idealSeconds(2_310_000, quota)).toBe(45);
    expect(idealSeconds(1_260_000, quota)).toBe(25);
    expect(idealSeconds(960_000, quota)).toBe(15);
    expect(idealSeconds(360_000, quota)).toBe(5);
  });

  it('is nothing without a quota', () => {
    expect(idealSeconds(1_000_000, [])).toBe(0);
  });
});

describe('the information bound', () => {
  it.each([
    [1000, 0, 0],
    [1000, 1000, 0],
    [4, 2, 2.585], // log2 6
    [1000, 1, 9.966],
    [1000, 3, 27.308], // log2 166,167,000
    [1000, 10, 77.802],
    [1000, 50, 282.284],
  ])('of %i with %i bad ones is %f', (n, k, bits) => {
    expect(informationBound(n, k)).toBeCloseTo(bits, 3);
  });
});

describe('a spread', () => {
  it('has the middle one, or the middle of the middle two', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 });
  });

  it('of nothing there is none', () => {
    expect(() => spreadOf([])).toThrow('a spread needs a measurement');
  });

  it('is written with its ends, unless they are one', () => {
    expect(written([1.2, 1.1, 1.4])).toBe('1.20 (1.10–1.40)');
    expect(written([21], 0)).toBe('21');
  });

  it('has ratios round by round', () => {
    expect(ratios([3, 8], [2, 4])).toEqual([1.5, 2]);
  });
});

describe('random places', () => {
  it('are the same for the same seed, and others for another', () => {
    const good = Array.from({ length: 100 }, (_, index) => index);
    const placed = (seed: number) => strewn([-1, -2], good, seeded(seed));
    expect(placed(7)).toEqual(placed(7));
    expect(placed(7)).not.toEqual(placed(8));
    expect(placed(7).toSorted((one, other) => one - other)).toEqual([-2, -1, ...good]);
  });

  it('leave nothing out', () => {
    const random = seeded(1);
    const places = Array.from({ length: 300 }, () => strewn(['x'], ['1', '2'], random).indexOf('x'));
    expect(new Set(places)).toEqual(new Set([0, 1, 2]));
  });
});
