import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pageCache } from '../../src/postgres/targets/page-cache.ts';
import { newRecall } from './support/recalls.ts';
import { postgres } from './support/servers.ts';

const { store, newSchema } = postgres();

/** Only what the memory goes by: the driver keeps its own time. */
function holdTime(): void {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
}

describe('pages in memory', () => {
  it('stay for a minute, however often they are used', () => {
    holdTime();
    const cache = pageCache(1000);
    const page = { recallId: 'r-1', span: [10, 20], targets: [], bytes: 10 } as const;
    cache.add(page);
    vi.advanceTimersByTime(59_000);
    expect(cache.find('r-1', 19)).toBe(page);
    vi.advanceTimersByTime(1000);
    expect(cache.find('r-1', 19)).toBeUndefined();
  });

  it('are gone a minute after another process has forgotten the recall', async () => {
    const schema = newSchema();
    const [one, other] = [store({ schema }), store({ schema })];
    const owned = await newRecall(one);
    await owned.close();
    holdTime();
    expect(await other.targetsAt(owned.recallId, [[0, 1]])).toEqual(['target-000000']);
    await one.forget(owned.recallId);
    vi.advanceTimersByTime(60_000);
    await expect(other.targetsAt(owned.recallId, [[0, 1]])).rejects.toMatchObject({ problem: 'forgotten' });
  });
});
