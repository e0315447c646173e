import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAlive } from '../../src/postgres/ownership/keep-alive.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is ours as long as we say so', () => {
  it('lives on by what was said last, though an older answer comes later', async () => {
    const alive = keepAlive({
      everyMs: 400,
      silentMs: 1000,
      renew: () => Promise.resolve(true),
      reason: (loss) => loss,
    });
    const at = performance.now();
    await vi.advanceTimersByTimeAsync(950);
    alive.renewed(at);
    await vi.advanceTimersByTimeAsync(150);
    expect(alive.lost.aborted).toBe(false);
    alive.stop();
  });

  it('is said again only when the last time has its answer', async () => {
    const answers: ((isOurs: boolean) => void)[] = [];
    const renew = () => new Promise<boolean>((resolve) => answers.push(resolve));
    const alive = keepAlive({ everyMs: 100, silentMs: 1000, renew, reason: (loss) => loss });
    await vi.advanceTimersByTimeAsync(550);
    expect(answers).toHaveLength(1);
    answers[0]?.(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(answers).toHaveLength(2);
    alive.stop();
  });

  it('is lost to another, or to silence', async () => {
    const taken = keepAlive({
      everyMs: 100,
      silentMs: 1000,
      renew: () => Promise.resolve(false),
      reason: (loss) => loss,
    });
    const silent = keepAlive({
      everyMs: 100,
      silentMs: 1000,
      renew: () => Promise.reject(new Error('away')),
      reason: (loss) => loss,
    });
    await vi.advanceTimersByTimeAsync(1100);
    expect([taken.lost.reason, silent.lost.reason]).toEqual(['taken', 'silent']);
  });
});
