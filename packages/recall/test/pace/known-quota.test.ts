import { InvalidRequestError } from '@unpush/core';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../src/pace/create-pacer.ts';
import { bucket, fixedWindow, type Gate } from './support/gates.ts';
import { race } from './support/race.ts';

/** Ten seconds at that quota, as after a driver was replaced. */
const short = (gate: Gate, known?: number): ReturnType<typeof race> =>
  race({ gate, roundTripMs: 20, batches: 600, ...(known !== undefined && { known }) });

describe('a pacer that is told what the quota was', () => {
  it('loses little time and few requests where it still is', async () => {
    for (const gate of [bucket(() => 60_000), fixedWindow(() => 60_000, 370)]) {
      const { ms, refused } = await short(gate, 60_000);
      expect(ms / 10_000).toBeLessThanOrEqual(1.06);
      expect(refused * 100).toBeLessThanOrEqual(1);
    }
  });

  it('has fewer requests refused than one that has to find out', async () => {
    const anew = await short(bucket(() => 60_000));
    const told = await short(
      bucket(() => 60_000),
      60_000,
    );
    expect(told.refused).toBeLessThan(anew.refused);
  });

  it('finds out where it is half by now', async () => {
    const { ms, quota } = await race({
      gate: bucket(() => 30_000),
      roundTripMs: 20,
      batches: 1500,
      known: 60_000,
    });
    expect(ms / 50_000).toBeLessThanOrEqual(1.05);
    expect(quota).toBeGreaterThan(28_000);
    expect(quota).toBeLessThan(31_000);
  });

  it('finds out where it is half as much again by now', async () => {
    const { ms, quota } = await race({
      gate: bucket(() => 90_000),
      roundTripMs: 20,
      batches: 4500,
      known: 60_000,
    });
    // Measured is 1.15: steps upwards from what was found once are careful, wherever that came from
    expect(ms / 50_000).toBeLessThanOrEqual(1.2);
    expect(quota).toBeGreaterThan(84_000);
    expect(quota).toBeLessThan(92_000);
  });

  it('never goes above the ceiling', () => {
    expect(createPacer({ targetsPerSecond: 1000, knownQuota: 5000 }).targetsPerSecond).toBe(1000);
  });

  it('tells what it takes the quota to be, once it has found one', () => {
    expect(createPacer().quota).toBeUndefined();
    expect(createPacer({ targetsPerSecond: 1000 }).quota).toBe(1000);
  });

  it('hands on what it was told, which does not become less each time, and begins a little below', () => {
    const pacer = createPacer({ knownQuota: 1000 });
    expect(pacer.quota).toBe(1000);
    expect(pacer.targetsPerSecond).toBe(970);
    expect(createPacer({ knownQuota: 5000, targetsPerSecond: 1000 }).quota).toBe(1000);
  });

  it('sends a request in some ten seconds, however little it was told', async () => {
    const { ms } = await race({ gate: bucket(() => 60_000), roundTripMs: 20, batches: 2, known: 0.001 });
    expect(ms).toBeGreaterThan(9000);
    expect(ms).toBeLessThan(11_000);
  });

  it.each([0, -1, Number.NaN, Infinity])('cannot be told %d', (knownQuota) => {
    expect(() => createPacer({ knownQuota })).toThrow(InvalidRequestError);
  });
});
