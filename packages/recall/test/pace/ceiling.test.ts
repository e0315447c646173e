import { InvalidRequestError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../src/pace/create-pacer.ts';
import { leave, signal, stage } from './support/stage.ts';

describe('a pacer with a ceiling', () => {
  it('lets the first go at once, and the others evenly', async () => {
    expect(await leave(stage({ targetsPerSecond: 2000 }), [1000, 1000, 1000, 1000])).toEqual([
      0, 500, 1000, 1500,
    ]);
  });

  it('counts targets, not requests', async () => {
    const times = await leave(stage({ targetsPerSecond: 1000 }), [10, 1000, 1, 250, 1]);
    expect(times).toEqual([0, 10, 1010, 1011, 1261]);
  });

  it('keeps no rate lower than the ceiling where the requests themselves take time', async () => {
    const { clock, lane } = stage({ targetsPerSecond: 1000 });
    const times: number[] = [];
    for (let request = 0; request < 4; request += 1) {
      const turn = await lane.take(100, signal);
      times.push(clock.monotonic());
      await clock.sleep(70);
      turn.end({ kind: 'passed' });
    }
    expect(times).toEqual([0, 100, 200, 300]);
  });

  it('makes up for timers that fire late', async () => {
    const on = stage({ targetsPerSecond: 1000 });
    const going = leave(on, [100, 100, 100, 100]);
    await on.clock.sleep(50);
    on.clock.jump(80);
    expect(await going).toEqual([0, 130, 200, 300]);
  });

  it('lets no burst go after a time without requests', async () => {
    const on = stage({ targetsPerSecond: 1000 });
    await leave(on, [100]);
    await on.clock.sleep(60_000);
    expect(await leave(on, [100, 100, 100])).toEqual([60_000, 60_100, 60_200]);
  });

  it('lets no burst go after a sleep of the machine', async () => {
    const on = stage({ targetsPerSecond: 1000 });
    const going = leave(on, [100, 100, 100, 100]);
    await on.clock.sleep(150);
    on.clock.jump(60_000);
    const times = await going;
    expect(times.slice(0, 2)).toEqual([0, 100]);
    // Both were to leave while the machine slept
    expect(times.slice(2)).toEqual([60_150, 60_250]);
  });

  it('tells the ceiling', () => {
    expect(stage({ targetsPerSecond: 3000 }).pacer.targetsPerSecond).toBe(3000);
  });

  it.each([0, -1, Number.NaN, Infinity])('cannot have one of %d', (targetsPerSecond) => {
    expect(() => createPacer({ targetsPerSecond })).toThrow(InvalidRequestError);
  });
});

describe('a pacer without a ceiling', () => {
  it('begins with 6000 targets a second', () => {
    const on = stage();
    expect(on.pacer.targetsPerSecond).toBe(6000);
  });

  it('begins with no more than 60 requests a second', async () => {
    const on = stage();
    await leave(on, [1]);
    expect(on.pacer.targetsPerSecond).toBe(60);
  });

  it('doubles the rate in 0.4 s at a near vendor', async () => {
    const { clock, pacer, lane } = stage();
    while (clock.monotonic() < 1000) {
      const turn = await lane.take(100, signal);
      turn.end({ kind: 'passed' });
    }
    // 6000 x 2 ^ (1000 / 400) = 33,941, to within a request
    expect(pacer.targetsPerSecond).toBeGreaterThan(33_000);
    expect(pacer.targetsPerSecond).toBeLessThan(34_200);
  });
});
