import type { Clock } from '@unpush/core';

/** One alarm, which can be put off and turned off. */
export interface Wake {
  at(time: number): void;
  never(): void;
}

/** Calls `act` at the time set last. What has been set is never waited for longer than it has to be. */
export function createWake(clock: Clock, act: () => void): Wake {
  let alarm: { readonly time: number; readonly controller: AbortController } | undefined;

  function never(): void {
    alarm?.controller.abort();
    alarm = undefined;
  }

  async function ring(time: number): Promise<void> {
    const controller = new AbortController();
    const own = { time, controller };
    alarm = own;
    try {
      await clock.sleep(Math.max(0, time - clock.monotonic()), controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      throw error;
    }
    if (alarm !== own) return;
    alarm = undefined;
    act();
  }

  return {
    at(time) {
      // To wake up too early is no harm, and cheaper than another timer
      if (alarm !== undefined && alarm.time <= time) return;
      never();
      void ring(time);
    },
    never,
  };
}
