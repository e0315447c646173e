import { InvalidRequestError } from '@unpush/core';
import { virtualClock, type VirtualClock } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import type { Pacer } from '../../src/pace/pacer.ts';
import { steadyPacer } from '../../src/pace/steady-pacer.ts';

const { signal } = new AbortController();

function paced(targetsPerSecond?: number): { clock: VirtualClock; pacer: Pacer } {
  const clock = virtualClock();
  const ceiling = targetsPerSecond === undefined ? {} : { targetsPerSecond };
  return { clock, pacer: steadyPacer({ clock, random: () => 0.5, ...ceiling }) };
}

/** When each of `count` requests that ask at the same time may leave. */
async function leave(
  { clock, pacer }: { clock: VirtualClock; pacer: Pacer },
  sizes: readonly number[],
): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    sizes.map(async (targets) => {
      await pacer.take(targets, signal);
      times.push(clock.monotonic());
    }),
  );
  return times;
}

describe('a steady pacer with a ceiling', () => {
  it('lets the first go at once, and the others evenly', async () => {
    expect(await leave(paced(2000), [1000, 1000, 1000, 1000])).toEqual([0, 500, 1000, 1500]);
  });

  it('counts targets, not requests', async () => {
    expect(await leave(paced(1000), [10, 1000, 1, 250, 1])).toEqual([0, 10, 1010, 1011, 1261]);
  });

  it('keeps no rate lower than the ceiling where the requests themselves take time', async () => {
    const { clock, pacer } = paced(1000);
    const times: number[] = [];
    for (let request = 0; request < 4; request += 1) {
      await pacer.take(100, signal);
      times.push(clock.monotonic());
      await clock.sleep(70);
    }
    expect(times).toEqual([0, 100, 200, 300]);
  });

  it('lets no burst go after a time without requests', async () => {
    const stage = paced(1000);
    await leave(stage, [100]);
    await stage.clock.sleep(60_000);
    expect(await leave(stage, [100, 100, 100])).toEqual([60_000, 60_100, 60_200]);
  });

  it('lets no burst go after a sleep of the machine', async () => {
    const stage = paced(1000);
    const going = leave(stage, [100, 100, 100, 100]);
    await stage.clock.sleep(150);
    stage.clock.jump(60_000);
    const times = await going;
    expect(times.slice(0, 2)).toEqual([0, 100]);
    // Both were to leave while the machine slept
    const [third = 0, fourth = 0] = times.slice(2);
    expect(third).toBe(60_150);
    expect(fourth - third).toBe(100);
  });

  it('lets no burst go after a hold', async () => {
    const stage = paced(1000);
    const going = leave(stage, [100, 100, 100, 100]);
    await stage.clock.sleep(50);
    stage.pacer.refused({ sentAt: 0, retryAfterMs: 1000 });
    // 50 + 1000, and half of 200 ms
    expect(await going).toEqual([0, 1150, 1250, 1350]);
  });

  it('tells the ceiling', () => {
    expect(paced(3000).pacer.targetsPerSecond).toBe(3000);
  });

  it.each([0, -1, Number.NaN])('refuses a ceiling of %d', (targetsPerSecond) => {
    expect(() => paced(targetsPerSecond)).toThrow(InvalidRequestError);
  });
});

describe('a steady pacer without a ceiling', () => {
  it('lets everything go until the vendor refuses', async () => {
    const stage = paced();
    expect(await leave(stage, [1000, 1000, 1000])).toEqual([0, 0, 0]);
    expect(stage.pacer.targetsPerSecond).toBeUndefined();
  });

  it('holds everything back as long as the vendor asks, and a little more', async () => {
    const stage = paced();
    stage.pacer.refused({ sentAt: 0, retryAfterMs: 3000 });
    expect(await leave(stage, [1, 1])).toEqual([3100, 3100]);
  });

  it('takes a burst of refusals for one', async () => {
    const stage = paced();
    await stage.clock.sleep(100);
    for (let refusal = 0; refusal < 6; refusal += 1) stage.pacer.refused({ sentAt: 50 });
    expect(await leave(stage, [1])).toEqual([200]);
    // So the next one is the second, and not the seventh
    stage.pacer.refused({ sentAt: 200 });
    expect(await leave(stage, [1])).toEqual([400]);
  });

  it('waits longer where a later refusal of the same burst asks for it', async () => {
    const stage = paced();
    await stage.clock.sleep(100);
    stage.pacer.refused({ sentAt: 50 });
    await stage.clock.sleep(10);
    stage.pacer.refused({ sentAt: 60, retryAfterMs: 5000 });
    expect(await leave(stage, [1])).toEqual([5110]);
  });

  it('never shortens a hold', async () => {
    const stage = paced();
    await stage.clock.sleep(100);
    stage.pacer.refused({ sentAt: 50, retryAfterMs: 60_000 });
    await stage.clock.sleep(100);
    stage.pacer.refused({ sentAt: 150 });
    expect(await leave(stage, [1])).toEqual([60_200]);
  });

  it('grows the hold up to ten seconds, and starts anew after a success', async () => {
    const { clock, pacer } = paced();
    const waits: number[] = [];
    const refuse = async (): Promise<void> => {
      const since = clock.monotonic();
      pacer.refused({ sentAt: since });
      await pacer.take(1, signal);
      waits.push(clock.monotonic() - since);
    };
    for (let refusal = 0; refusal < 8; refusal += 1) await refuse();
    pacer.accepted(1);
    await refuse();
    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000, 100]);
  });

  it('stops waiting as soon as the signal aborts', async () => {
    const { clock, pacer } = paced();
    pacer.refused({ sentAt: 0, retryAfterMs: 60_000 });
    const controller = new AbortController();
    const waiting = pacer.take(1, controller.signal);
    void clock.sleep(10).then(() => controller.abort(new Error('enough')));
    await expect(waiting).rejects.toThrow('enough');
    expect(clock.monotonic()).toBe(10);
    await expect(pacer.take(1, controller.signal)).rejects.toThrow('enough');
  });
});
