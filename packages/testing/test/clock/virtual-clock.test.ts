import { describe, expect, it } from 'vitest';
import { virtualClock } from '../../src/index.ts';

describe('a virtual clock', () => {
  it('wakes sleepers in order, each at its time, without waiting', async () => {
    const clock = virtualClock();
    const woken: [string, number][] = [];
    const sleep = async (name: string, ms: number): Promise<void> => {
      await clock.sleep(ms);
      woken.push([name, clock.monotonic()]);
    };
    const before = performance.now();
    await Promise.all([sleep('day', 86_400_000), sleep('second', 1000), sleep('minute', 60_000)]);
    expect(woken).toEqual([
      ['second', 1000],
      ['minute', 60_000],
      ['day', 86_400_000],
    ]);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('stands still while anybody works', async () => {
    const clock = virtualClock();
    void clock.sleep(10);
    for (let step = 0; step < 1000; step += 1) await Promise.resolve();
    expect(clock.monotonic()).toBe(0);
  });

  it('has a wall clock that goes along', async () => {
    const clock = virtualClock({ wallAt: 1_000_000 });
    await clock.sleep(250);
    expect(clock.wall()).toBe(1_000_250);
  });

  it('rejects with the reason of the signal, at the time it aborts', async () => {
    const clock = virtualClock();
    const controller = new AbortController();
    void clock.sleep(40).then(() => controller.abort(new Error('wake up')));
    await expect(clock.sleep(1000, controller.signal)).rejects.toThrow('wake up');
    expect(clock.monotonic()).toBe(40);
    await expect(clock.sleep(1000, controller.signal)).rejects.toThrow('wake up');
  });

  it('wakes late who slept through a jump', async () => {
    const clock = virtualClock();
    const sleeping = clock.sleep(10);
    clock.jump(5000);
    await sleeping;
    expect(clock.monotonic()).toBe(5000);
  });
});
