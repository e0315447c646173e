import { describe, expect, it } from 'vitest';
import type { Lane } from '../../src/pace/pacer.ts';
import { hasCome, signal, stage } from './support/stage.ts';

describe('several recalls at one pacer', () => {
  it('take turns by targets, however many requests each has waiting', async () => {
    const { pacer, lane: long } = stage({ targetsPerSecond: 1000 });
    const short = pacer.join();
    const order: string[] = [];
    const send = async (lane: Lane, { name, targets }: { name: string; targets: number }): Promise<void> => {
      const turn = await lane.take(targets, signal);
      order.push(name);
      turn.end({ kind: 'passed' });
    };
    await Promise.all([
      ...Array.from({ length: 4 }, () => send(long, { name: 'long', targets: 300 })),
      ...Array.from({ length: 6 }, () => send(short, { name: 'short', targets: 100 })),
    ]);
    // The first found nobody else there. Then 300 targets of the one for 300 of the other
    expect(order.join(' ')).toBe('long short short short long short short short long long');
  });

  it('save up nothing while they wait for nothing', async () => {
    const { pacer, lane: busy } = stage({ targetsPerSecond: 1000 });
    const idle = pacer.join();
    for (let request = 0; request < 20; request += 1) (await busy.take(100, signal)).end({ kind: 'passed' });
    const order: string[] = [];
    const send = async (lane: Lane, name: string): Promise<void> => {
      const turn = await lane.take(100, signal);
      order.push(name);
      turn.end({ kind: 'passed' });
    };
    await Promise.all([1, 2, 3, 4].flatMap(() => [send(busy, 'busy'), send(idle, 'idle')]));
    expect(order.slice(0, 4).filter((name) => name === 'busy')).toHaveLength(2);
  });
});

describe('a recall that ends', () => {
  it('gives back what it had under way', async () => {
    const { pacer, lane } = stage({ concurrency: 1 });
    const other = pacer.join();
    await lane.take(1, signal);
    const waiting = other.take(1, signal);
    expect(await hasCome(waiting)).toBe(false);
    lane.leave();
    await waiting;
  });

  it('waits no longer, and cannot wait again', async () => {
    const { lane } = stage({ concurrency: 1 });
    await lane.take(1, signal);
    const waiting = lane.take(1, signal);
    lane.leave();
    await expect(waiting).rejects.toThrow('has left the pacer');
    await expect(lane.take(1, signal)).rejects.toThrow('has left the pacer');
  });
});

describe('a request whose signal aborts', () => {
  it('stops waiting at once, and leaves its turn to the next', async () => {
    const { clock, lane } = stage({ targetsPerSecond: 1000 });
    const controller = new AbortController();
    (await lane.take(1000, signal)).end({ kind: 'passed' });
    const first = lane.take(1000, controller.signal);
    const second = lane.take(1000, signal);
    void clock.sleep(10).then(() => controller.abort(new Error('enough')));
    await expect(first).rejects.toThrow('enough');
    expect(clock.monotonic()).toBe(10);
    await second;
    expect(clock.monotonic()).toBe(1000);
  });

  it('does not begin to wait', async () => {
    const { lane } = stage();
    await expect(lane.take(1, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});
