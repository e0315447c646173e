import { describe, expect, it } from 'vitest';
import type { RecallStatus } from '../../../src/index.ts';
import { openShop } from '../../support/open-module.ts';
import { SELECTOR, setStage } from '../../support/stage.ts';

describe('progress', () => {
  it('tells how a recall stands at once, when that changes, and at last how it has ended', async () => {
    await using stage = await setStage({ phones: 200 });
    await using shop = await openShop(stage, { app: { quota: 100 } });
    const { recallId } = await shop.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    const told: RecallStatus[] = [];
    for await (const status of shop.recalls.progress(recallId, { intervalMs: 200 })) told.push(status);
    expect(told[0]).toMatchObject({ recallId, state: 'running' });
    expect(told.at(-1)).toMatchObject({ recallId, state: 'finished', targets: { accepted: 200 } });
    expect(told.length).toBeGreaterThan(4);
    const accepted = told.map(({ targets }) => targets.accepted);
    expect(accepted).toEqual(accepted.toSorted((one, other) => one - other));
    for (const { targets } of told) {
      const { read, malformed, duplicate, accepted: yes, rejected, unknown, notAttempted } = targets;
      expect(malformed + duplicate + yes + rejected + unknown + notAttempted).toBe(read);
    }
    expect(told.some(({ remainingMs }) => remainingMs !== undefined && remainingMs > 0)).toBe(true);
  });

  it('tells of a recall that has ended once', async () => {
    await using stage = await setStage();
    await using shop = await openShop(stage);
    const { recallId } = await shop.recalls.start({ selector: SELECTOR, targets: stage.tokens });
    await shop.recalls.finished(recallId);
    const told: string[] = [];
    for await (const { state } of shop.recalls.progress(recallId)) told.push(state);
    expect(told).toEqual(['finished']);
  });

  it('is ended by a signal, with its reason, while the recall goes on', async () => {
    await using stage = await setStage({ phones: 100 });
    await using shop = await openShop(stage, { app: { quota: 100 } });
    const { recallId } = await shop.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    const signal = AbortSignal.timeout(100);
    const startedAt = performance.now();
    await expect(shop.recalls.finished(recallId, { signal, intervalMs: 20_000 })).rejects.toThrow(/timeout/);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(await shop.recalls.status(recallId)).toMatchObject({ state: 'running' });
  });

  it.each([Number.NaN, 99, 1e10])('refuses an interval of %d', async (intervalMs) => {
    await using stage = await setStage();
    await using shop = await openShop(stage);
    const message = `intervalMs: must be a time in milliseconds, from 100 to 86400000; got the number ${intervalMs}`;
    expect(() => shop.recalls.progress('r-0000000000', { intervalMs })).toThrow(message);
    await expect(shop.recalls.finished('r-0000000000', { intervalMs })).rejects.toThrow(message);
  });

  it('ends when the application shuts down, so that no stream of it holds the server open', async () => {
    await using stage = await setStage({ phones: 100 });
    const shop = await openShop(stage, { app: { quota: 20 } });
    const { recallId } = await shop.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 1,
    });
    const told: string[] = [];
    const watching = (async () => {
      for await (const { state } of shop.recalls.progress(recallId, { intervalMs: 20_000 })) told.push(state);
    })();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await shop.module.close();
    await watching;
    expect([told[0], told.at(-1)]).toEqual(['running', 'stopped']);
  });
});
