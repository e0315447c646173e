import { createPacer } from '@unpush/recall';
import { virtualClock } from '@unpush/testing';
import { expect, it } from 'vitest';
import { pausePacer } from '../../src/bullmq/driver/pause-pacer.ts';

it('lets nobody leave while Redis is away, and nobody burst when it is back', async () => {
  const clock = virtualClock();
  const pacer = createPacer({ clock, targetsPerSecond: 1000, random: () => 0.5 });
  let isUp = true;
  let back = Promise.withResolvers<undefined>();
  const watch = {
    whenUp: () => (isUp ? Promise.resolve() : back.promise),
    get isUp() {
      return isUp;
    },
  };
  const lane = pausePacer(pacer, watch).join();
  const { signal } = new AbortController();
  const left: number[] = [];
  const send = async (): Promise<void> => {
    const turn = await lane.take(100, signal);
    left.push(clock.monotonic());
    turn.end({ kind: 'passed' });
  };
  // Ten a second, if Redis were there all the time
  const all = Promise.all(Array.from({ length: 20 }, send));
  await clock.sleep(450);
  isUp = false;
  await clock.sleep(3000);
  const before = left.length;
  isUp = true;
  back.resolve(undefined);
  back = Promise.withResolvers();
  await all;
  expect(left.slice(0, before).every((at) => at <= 450)).toBe(true);
  const gaps = left.slice(before + 1).map((at, index) => at - left[before + index]!);
  expect(left[before]).toBeGreaterThanOrEqual(3450);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(80);
});
