import { describe, expect, it } from 'vitest';
import { names } from './support/list-source.ts';
import { play, sizes } from './support/stage.ts';

describe('a recall of which nothing else is said', () => {
  it('has 128 requests under way at once, where the pacer lets it', async () => {
    const { vendor } = await play({ targets: names(200), vendor: { batchSize: 1, latencyMs: 100 } });
    expect(vendor.mostAtOnce).toBe(128);
  });

  it('puts as many targets into a request as the vendor takes', async () => {
    const { vendor } = await play({ targets: names(1200), vendor: { batchSize: 500 } });
    expect(sizes(vendor)).toEqual([10, 500, 500, 190]);
  });
});

describe('a batch size of the caller', () => {
  it('can be smaller than the vendor takes', async () => {
    const { vendor } = await play({ targets: names(1200), options: { batchSize: 500 } });
    expect(sizes(vendor)).toEqual([10, 500, 500, 190]);
  });

  it('is never larger', async () => {
    const options = { batchSize: 2000 };
    const { vendor } = await play({ targets: names(1200), vendor: { batchSize: 500 }, options });
    expect(sizes(vendor)).toEqual([10, 500, 500, 190]);
  });
});
