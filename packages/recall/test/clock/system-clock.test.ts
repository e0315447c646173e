import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock/system-clock.ts';

const LONGER_THAN_A_TIMER = 2 ** 31;

describe('the system clock', () => {
  it('sleeps', async () => {
    const before = systemClock.monotonic();
    await systemClock.sleep(20);
    // A timer may fire a fraction of a millisecond early
    expect(systemClock.monotonic() - before).toBeGreaterThanOrEqual(19);
  });

  it('wakes at once with the reason of the signal', async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort(new Error('wake up'));
    await expect(sleeping).rejects.toThrow('wake up');
    await expect(systemClock.sleep(60_000, controller.signal)).rejects.toThrow('wake up');
  });

  it.each([LONGER_THAN_A_TIMER, Infinity])(
    'does not wake early where it is to sleep for %d ms',
    async (ms) => {
      const controller = new AbortController();
      const sleeping = systemClock.sleep(ms, controller.signal).then(
        () => 'awake',
        () => 'asleep until woken',
      );
      setTimeout(() => controller.abort(), 30);
      expect(await sleeping).toBe('asleep until woken');
    },
  );

  it('has the wall clock of the machine', () => {
    expect(Math.abs(systemClock.wall() - Date.now())).toBeLessThan(1000);
  });
});
