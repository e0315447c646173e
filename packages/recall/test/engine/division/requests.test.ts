import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { pickSome, seeded } from '../support/random.ts';
import { play } from '../support/stage.ts';

const SEEDS = 60;

async function requestsToIsolate(count: number, seed: number): Promise<number> {
  const targets = names(1000);
  const bad = new Map(pickSome(targets, count, seeded(seed)).map((target) => [target, 'foreign' as const]));
  const { vendor, summary } = await play({ targets, vendor: { bad }, options: { canary: 0 } });
  expect(summary.targets).toMatchObject({ accepted: 1000 - count, rejected: count });
  return vendor.requests.length;
}

describe('isolating bad targets among 1000', () => {
  // Twice log2 C(1000, k), the bits that say which ones they are; the first request, that all were in, counts too
  it.each([
    { bad: 1, bound: 19.9, mean: 15 },
    { bad: 3, bound: 54.6, mean: 35 },
    { bad: 10, bound: 155.4, mean: 92 },
    { bad: 50, bound: 564.8, mean: 325 },
  ])('costs at most $bound requests for $bad, and $mean on average', async ({ bad, bound, mean }) => {
    const counts: number[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1) counts.push(await requestsToIsolate(bad, seed));
    expect(Math.max(...counts)).toBeLessThanOrEqual(bound);
    expect(counts.reduce((sum, count) => sum + count) / SEEDS).toBeLessThanOrEqual(mean);
  });

  it('costs one bad target no more wherever it stands', async () => {
    const targets = names(1000);
    let most = 0;
    for (const target of targets) {
      const { vendor } = await play({
        targets,
        vendor: { bad: new Map([[target, 'foreign']]) },
        options: { canary: 0 },
      });
      most = Math.max(most, vendor.requests.length);
    }
    expect(most).toBeLessThanOrEqual(19.9);
  });

  it('costs hardly more than one request for each where all of them are bad', async () => {
    const bad = new Map(names(1000).map((target) => [target, 'foreign' as const]));
    const { vendor, summary } = await play({ targets: names(1000), vendor: { bad }, options: { canary: 0 } });
    expect(summary.targets).toMatchObject({ rejected: 1000 });
    expect(vendor.requests.length).toBeLessThanOrEqual(1100);
  });

  it('costs less where other batches have shown how many to expect', async () => {
    // One in twenty, in ten batches one after the other: the first asks more than the last
    const targets = names(10_000);
    const bad = new Map(pickSome(targets, 500, seeded(7)).map((target) => [target, 'foreign' as const]));
    const { vendor, summary } = await play({
      targets,
      vendor: { bad },
      options: { canary: 0, concurrency: 1 },
    });
    expect(summary.targets).toMatchObject({ accepted: 9500, rejected: 500 });
    expect(vendor.requests.length).toBeLessThanOrEqual(10 * 325);
  });
});

describe('the canary', () => {
  it('is divided in 19 requests at most where they are rejected, whichever of its ten targets are bad', async () => {
    let most = 0;
    for (let which = 1; which < 2 ** 10; which += 1) {
      const bad = new Map(
        names(10)
          .filter((_, index) => (which >> index) % 2 === 1)
          .map((target) => [target, 'foreign' as const]),
      );
      const { vendor, summary } = await play({ targets: names(10), vendor: { bad } });
      expect(summary.targets.rejected).toBe(bad.size);
      most = Math.max(most, vendor.requests.length);
    }
    expect(most).toBeLessThanOrEqual(19);
  });
});
