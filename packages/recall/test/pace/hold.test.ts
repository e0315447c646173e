import { describe, expect, it } from 'vitest';
import type { Turn, TurnEnd } from '../../src/pace/pacer.ts';
import { hasCome, leave, signal, stage, type Stage } from './support/stage.ts';

const refused: TurnEnd = { kind: 'refused' };

/** So many requests that left one after another, none of which has ended. */
async function underWay({ lane }: Stage, count: number): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let turn = 0; turn < count; turn += 1) turns.push(await lane.take(10, signal));
  return turns;
}

describe('a pacer whose vendor asks it to wait', () => {
  it('lets nothing go before', async () => {
    const on = stage({ targetsPerSecond: 6000 });
    const [turn] = await underWay(on, 1);
    turn!.end({ kind: 'refused', retryAfterMs: 3000 });
    const [first = 0, second = 0, third = 0] = await leave(on, [60, 60, 60]);
    expect(first).toBe(3000);
    // And not in one burst then
    expect(second - first).toBeGreaterThan(10);
    expect(third - second).toBeGreaterThan(10);
  });

  it('lets nothing go before, whichever refusal asks for more', async () => {
    const on = stage({ targetsPerSecond: 6000 });
    const [first, second, third] = await underWay(on, 3);
    const since = on.clock.monotonic();
    first!.end({ kind: 'refused', retryAfterMs: 1000 });
    second!.end({ kind: 'refused', retryAfterMs: 5000 });
    third!.end({ kind: 'refused', retryAfterMs: 10 });
    expect(await leave(on, [60])).toEqual([since + 5000]);
  });
});

describe('a pacer that is refused', () => {
  it('slows down once for a burst of refusals', async () => {
    const on = stage({ targetsPerSecond: 6000 });
    for (let second = 0; second < 3; second += 1) await leave(on, Array<number>(60).fill(100));
    const turns = await underWay(on, 3);
    turns[0]!.end(refused);
    const rate = on.pacer.targetsPerSecond;
    turns[1]!.end(refused);
    turns[2]!.end(refused);
    expect(on.pacer.targetsPerSecond).toBe(rate);
    expect(rate).toBeLessThanOrEqual(6000);
  });

  it('does not slow down for what was lost', async () => {
    const on = stage({ targetsPerSecond: 6000, concurrency: 5 });
    const turns = await underWay(on, 5);
    for (const turn of turns) turn.end({ kind: 'lost' });
    expect(on.pacer.targetsPerSecond).toBe(6000);
    // They have given back their places
    await underWay(on, 5);
  });

  it('goes by what was let through', async () => {
    const on = stage({ targetsPerSecond: 8000 });
    // Every second one passes, for 20 s
    let count = 0;
    while (on.clock.monotonic() < 20_000) {
      const turn = await on.lane.take(100, signal);
      await on.clock.sleep(1);
      turn.end((count += 1) % 2 === 0 ? refused : { kind: 'passed' });
    }
    expect(on.pacer.targetsPerSecond).toBeLessThan(4200);
  });
});

describe('a pacer whose vendor lets nothing through', () => {
  /** Has four requests refused, and tells when each of the next ones left, which are refused as well. */
  async function shut(on: Stage, trials: number): Promise<number[]> {
    for (const turn of await underWay(on, 4)) turn.end(refused);
    const times: number[] = [];
    for (let trial = 0; trial < trials; trial += 1) {
      const turn = await on.lane.take(10, signal);
      times.push(on.clock.monotonic());
      turn.end(refused);
    }
    return times;
  }

  it('waits ever longer, up to ten seconds', async () => {
    const on = stage({ targetsPerSecond: 6000 });
    const times = await shut(on, 10);
    const waits = times.slice(1).map((time, index) => Math.round(time - times[index]!));
    // Half of 400 ms, of 800, and so on, as the random numbers here are all a half
    expect(waits).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000, 5000]);
  });

  it('lets one request find out, and the others wait for it', async () => {
    const on = stage({ targetsPerSecond: 6000 });
    await shut(on, 1);
    const trial = await on.lane.take(10, signal);
    const next = on.lane.take(10, signal);
    await on.clock.sleep(60_000);
    expect(await hasCome(next)).toBe(false);
    trial.end({ kind: 'passed' });
    await on.clock.sleep(10);
    expect(await hasCome(next)).toBe(true);
  });

  it('lets another find out where one was lost', async () => {
    const on = stage({ targetsPerSecond: 6000 });
    await shut(on, 1);
    const trial = await on.lane.take(10, signal);
    trial.end({ kind: 'lost' });
    const next = await on.lane.take(10, signal);
    const after = on.lane.take(10, signal);
    await on.clock.sleep(1000);
    expect(await hasCome(after)).toBe(false);
    next.end({ kind: 'passed' });
    await after;
  });

  it('goes on as fast as before once one passes', async () => {
    const on = stage({ targetsPerSecond: 6000 });
    const rate = await shut(on, 3).then(() => on.pacer.targetsPerSecond!);
    const trial = await on.lane.take(10, signal);
    trial.end({ kind: 'passed' });
    expect(on.pacer.targetsPerSecond).toBeGreaterThanOrEqual(rate);
  });

  it('is not opened by the answer to a request that left earlier', async () => {
    const on = stage({ targetsPerSecond: 6000 });
    const [early] = await underWay(on, 1);
    await shut(on, 1);
    early!.end({ kind: 'passed' });
    await on.lane.take(10, signal);
    const next = on.lane.take(10, signal);
    await on.clock.sleep(60_000);
    expect(await hasCome(next)).toBe(false);
  });
});
