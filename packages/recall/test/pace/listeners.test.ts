import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { stage } from './support/stage.ts';

describe('a request whose signal aborts', () => {
  it('leaves no listener and no timer behind', async () => {
    const { clock, lane } = stage({ targetsPerSecond: 1 });
    const controller = new AbortController();
    (await lane.take(100, controller.signal)).end({ kind: 'passed' });
    const waiting = lane.take(1, controller.signal);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    await new Promise((resolve) => void setImmediate(resolve));
    // With a timer left, this clock would have run on to it
    expect(clock.monotonic()).toBe(0);
  });

  it('listens no longer once it has its turn', async () => {
    const { lane } = stage();
    const controller = new AbortController();
    await lane.take(1, controller.signal);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});
