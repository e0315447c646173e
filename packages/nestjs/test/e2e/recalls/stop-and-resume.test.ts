import { InvalidRequestError } from '@unpush/core';
import { LedgerError } from '@unpush/recall';
import { describe, expect, it } from 'vitest';
import { UnpushModule } from '../../../src/index.ts';
import { openApplication, openShop } from '../../support/open-module.ts';
import { SELECTOR, setStage } from '../../support/stage.ts';
import { waitFor } from '../../support/wait-for.ts';

const SLOW = { app: { quota: 100 } };

describe('stop', () => {
  it('ends a recall between two batches, and resume takes back from the rest, each phone once', async () => {
    await using stage = await setStage({ phones: 200 });
    await using shop = await openShop(stage, SLOW);
    const { recallId } = await shop.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    await waitFor(() => stage.revoked().size >= 30);
    const stopped = await shop.recalls.stop(recallId);
    expect(stopped).toMatchObject({ state: 'stopped', wanted: 'stop', stoppedBy: { cause: 'interrupt' } });
    const sofar = stage.revoked().size;
    expect(stopped.targets).toMatchObject({ accepted: sofar, notAttempted: 200 - sofar, unknown: 0 });
    expect(sofar).toBeLessThan(200);

    const resumed = await shop.recalls.resume(recallId);
    expect(resumed).toMatchObject({ state: 'running', wanted: 'run' });
    // How the session before has ended says nothing of this one
    expect(Object.keys(resumed)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/stoppedBy|finishedAt|evidenceHead/)]),
    );
    expect(await shop.recalls.finished(recallId)).toMatchObject({
      state: 'finished',
      targets: { accepted: 200 },
    });
    expect(stage.revoked()).toEqual(new Map(stage.tokens.map((token) => [token, 1])));
  });

  it('does nothing to a recall that is finished', async () => {
    await using stage = await setStage();
    await using shop = await openShop(stage);
    const { recallId } = await shop.recalls.start({ selector: SELECTOR, targets: stage.tokens });
    await shop.recalls.finished(recallId);
    expect(await shop.recalls.stop(recallId)).toMatchObject({ state: 'finished' });
  });
});

describe('resume', () => {
  it('refuses a recall that is under way, one that is finished, and one whose targets were deleted', async () => {
    await using stage = await setStage({ phones: 100 });
    await using shop = await openShop(stage, SLOW);
    const { recallId } = await shop.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    const problem = async (): Promise<unknown> =>
      shop.recalls.resume(recallId).catch((error: unknown) => LedgerError.isInstance(error) && error.problem);
    expect(await problem()).toBe('under-way');
    await shop.recalls.stop(recallId);
    await shop.recalls.resume(recallId);
    await shop.recalls.finished(recallId);
    const error: unknown = await shop.recalls.resume(recallId).catch((reason: unknown) => reason);
    expect(InvalidRequestError.isInstance(error) && error.message).toBe(
      `recallId: recall ${recallId} is finished: nothing is left to do`,
    );

    const second = await shop.recalls.start({ selector: SELECTOR, targets: stage.tokens, batchSize: 10 });
    await shop.recalls.stop(second.recallId);
    await shop.recalls.forget(second.recallId);
    expect(await shop.recalls.status(second.recallId)).toMatchObject({ forgotten: true, wanted: 'stop' });
    await expect(shop.recalls.resume(second.recallId)).rejects.toMatchObject({ problem: 'forgotten' });
  });

  it('tries what is unknown again where it is told to, and only then', async () => {
    await using stage = await setStage({ phones: 5 });
    await using shop = await openShop(stage);
    const { faults } = stage.running.emulator;
    // Acted on, but the answer is lost: four attempts are made
    faults.set([{ times: 4, action: { type: 'reset', when: 'after' } }]);
    const { recallId } = await shop.recalls.start({ selector: SELECTOR, targets: stage.tokens, canary: 0 });
    const lost = await shop.recalls.finished(recallId);
    expect(lost).toMatchObject({ state: 'finished', targets: { unknown: 5, accepted: 0 } });
    await expect(shop.recalls.resume(recallId)).rejects.toThrow(
      `recallId: recall ${recallId} is finished; 5 targets are unknown, which only retryUnknown tries again`,
    );
    await shop.recalls.resume(recallId, { retryUnknown: true });
    expect(await shop.recalls.finished(recallId)).toMatchObject({
      state: 'finished',
      targets: { unknown: 0, accepted: 5 },
    });
  });
});

describe('an id that is none of ours', () => {
  it.each(['status', 'stop', 'resume', 'report', 'evidence', 'forget', 'finished'] as const)(
    '%s says not-found',
    async (method) => {
      await using stage = await setStage();
      await using shop = await openShop(stage);
      await expect(shop.recalls[method]('r-0000000000')).rejects.toMatchObject({
        code: 'LEDGER',
        problem: 'not-found',
      });
    },
  );

  it('is that of a recall by apps of another module on the same place as well', async () => {
    await using stage = await setStage();
    const { huawei, sender, ledger, tokens } = stage;
    await using shop = await openShop(stage);
    const { recallId } = await shop.recalls.start({ selector: SELECTOR, targets: tokens });
    await shop.recalls.finished(recallId);
    await using other = await openApplication({
      imports: [UnpushModule.forRoot({ apps: { market: huawei }, sender, ledger })],
    });
    expect(await other.recalls.list()).toEqual([]);
    await expect(other.recalls.status(recallId)).rejects.toThrow(
      `there is a recall ${recallId}, but none of the apps of this module (market) has started it: ask the module or the program that did`,
    );
  });
});
