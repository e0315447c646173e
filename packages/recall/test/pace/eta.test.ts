import { virtualClock } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { createEta } from '../../src/pace/eta.ts';

const start = { left: 60_000, settled: 0, spent: 0, targetsPerSecond: 6000 };

describe('the remaining time', () => {
  it('is not told before there is anything to go by', () => {
    const eta = createEta({ clock: virtualClock() });
    expect(eta.remainingMs(start)).toBeUndefined();
  });

  it('is told at once by the ceiling, where there is one', () => {
    const eta = createEta({ clock: virtualClock(), ceiling: 6000 });
    expect(eta.remainingMs(start)).toBe(10_000);
  });

  it('promises no more speed than was seen, however fast the pace grows', () => {
    const clock = virtualClock();
    const eta = createEta({ clock });
    eta.remainingMs(start);
    clock.jump(2000);
    // 1000 a second were seen
    expect(eta.remainingMs({ left: 58_000, settled: 2000, spent: 2000, targetsPerSecond: 96_000 })).toBe(
      58_000,
    );
  });

  it('promises no more speed than is allowed now', () => {
    const clock = virtualClock();
    const eta = createEta({ clock });
    eta.remainingMs(start);
    clock.jump(2000);
    expect(eta.remainingMs({ left: 48_000, settled: 12_000, spent: 12_000, targetsPerSecond: 3000 })).toBe(
      16_000,
    );
  });

  it('counts what has to be sent more than once', () => {
    const clock = virtualClock();
    const eta = createEta({ clock, ceiling: 6000 });
    eta.remainingMs({ left: 20_000, settled: 0, spent: 0, targetsPerSecond: 6000 });
    clock.jump(100);
    // Each took two
    expect(eta.remainingMs({ left: 15_000, settled: 5000, spent: 10_000, targetsPerSecond: 6000 })).toBe(
      5000,
    );
  });

  it('goes by the last ten seconds, and not by better days', () => {
    const clock = virtualClock();
    const eta = createEta({ clock });
    let settled = 0;
    for (let second = 0; second < 30; second += 1) {
      eta.remainingMs({ left: 100_000, settled, spent: settled, targetsPerSecond: 6000 });
      clock.jump(1000);
      settled += second < 15 ? 6000 : 1000;
    }
    expect(eta.remainingMs({ left: 10_000, settled, spent: settled, targetsPerSecond: 6000 })).toBe(10_000);
  });

  it('is not known while nothing is settled', () => {
    const clock = virtualClock();
    const eta = createEta({ clock });
    eta.remainingMs({ left: 100, settled: 50, spent: 50, targetsPerSecond: 6000 });
    clock.jump(20_000);
    eta.remainingMs({ left: 100, settled: 50, spent: 50, targetsPerSecond: 6000 });
    clock.jump(1000);
    expect(eta.remainingMs({ left: 100, settled: 50, spent: 50, targetsPerSecond: 6000 })).toBeUndefined();
  });

  it('is not told by the canary, which goes alone', () => {
    const clock = virtualClock();
    const eta = createEta({ clock, canary: 10 });
    const told = (settled: number): number | undefined =>
      eta.remainingMs({ left: 20_000 - settled, settled, spent: settled, targetsPerSecond: 250 });
    expect(told(0)).toBeUndefined();
    clock.jump(9000);
    expect(told(10)).toBeUndefined();
    clock.jump(9000);
    // Nothing behind it yet: a canary of 10 in 18 s would make ten hours of it
    expect(told(10)).toBeUndefined();
    clock.jump(11_000);
    expect(told(1010)).toBe(379_800);
  });

  it('holds where others take most turns: a thousand targets every 32 seconds', () => {
    const clock = virtualClock();
    const eta = createEta({ clock });
    const told: (number | undefined)[] = [];
    for (let second = 0; second <= 320; second += 1) {
      const settled = Math.floor(second / 32) * 1000;
      const left = 50_000 - settled;
      const ms = eta.remainingMs({ left, settled, spent: settled, targetsPerSecond: 250 });
      if (second >= 96) told.push(ms === undefined ? undefined : ms / (left * 32));
      clock.jump(1000);
    }
    expect(told).not.toContain(undefined);
    expect(Math.min(...told.map((share) => share ?? 0))).toBeGreaterThanOrEqual(1);
    expect(Math.max(...told.map((share) => share ?? 0))).toBeLessThan(1.34);
  });

  it('is known no more where nothing was settled for two minutes', () => {
    const clock = virtualClock();
    const eta = createEta({ clock });
    const told = (settled: number): number | undefined =>
      eta.remainingMs({ left: 1000, settled, spent: settled, targetsPerSecond: 6000 });
    told(0);
    clock.jump(10_000);
    told(1000);
    clock.jump(90_000);
    expect(told(1000)).toBe(100_000);
    clock.jump(31_000);
    expect(told(1000)).toBeUndefined();
  });

  it('is nothing at the end', () => {
    const eta = createEta({ clock: virtualClock() });
    expect(eta.remainingMs({ left: 0, settled: 7, spent: 7, targetsPerSecond: undefined })).toBe(0);
  });
});
