import { describe, expect, it } from 'vitest';
import { UnpushModule } from '../../../src/index.ts';
import { openApplication, openShop } from '../../support/open-module.ts';
import { SELECTOR, setStage } from '../../support/stage.ts';

describe('list', () => {
  it('has the newest of ours, however many newer ones of other apps lie on the same place', async () => {
    await using stage = await setStage({ phones: 1 });
    const { huawei, sender, ledger, tokens } = stage;
    await using shop = await openShop(stage);
    const mine: string[] = [];
    const request = { selector: SELECTOR, targets: tokens };
    for (let count = 0; count < 2; count += 1) {
      const { recallId } = await shop.recalls.start(request);
      await shop.recalls.finished(recallId);
      mine.unshift(recallId);
    }
    await using market = await openApplication({
      imports: [UnpushModule.forRoot({ apps: { market: huawei }, sender, ledger })],
    });
    for (let count = 0; count < 6; count += 1) {
      const { recallId } = await market.recalls.start(request);
      await market.recalls.finished(recallId);
    }
    expect((await shop.recalls.list()).map(({ recallId }) => recallId)).toEqual(mine);
    expect((await shop.recalls.list({ limit: 2 })).map(({ recallId }) => recallId)).toEqual(mine);
    expect((await shop.recalls.list({ limit: 1 })).map(({ recallId }) => recallId)).toEqual(mine.slice(0, 1));
    expect(await market.recalls.list({ app: 'market', limit: 5 })).toHaveLength(5);
    expect(await market.recalls.list({ finished: false })).toEqual([]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a limit of %d', async (limit) => {
    await using stage = await setStage();
    await using shop = await openShop(stage);
    await expect(shop.recalls.list({ limit })).rejects.toThrow(
      `limit: must be a whole number, 1 or more; got the number ${limit}`,
    );
  });
});
