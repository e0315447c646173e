import { directoryStore } from '@unpush/recall/node';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openShop } from '../../support/open-module.ts';
import { OTHER, SELECTOR, setStage } from '../../support/stage.ts';
import { waitFor } from '../../support/wait-for.ts';

const SLOW = { app: { quota: 200 } };

describe('two applications on one directory', () => {
  it('hand a recall over though the new one has started before the old one ends', async () => {
    await using stage = await setStage({ phones: 400 });
    const first = await openShop(stage, SLOW);
    const request = { selector: SELECTOR, targets: stage.tokens, batchSize: 10 };
    const { recallId } = await first.recalls.start(request);
    await using second = await openShop(stage, SLOW);
    await waitFor(() => stage.revoked().size >= 60);
    await first.module.close();
    const sofar = stage.revoked().size;
    expect(sofar).toBeLessThan(400);
    await waitFor(() => stage.revoked().size > sofar);
    expect(await second.recalls.finished(recallId)).toMatchObject({
      state: 'finished',
      targets: { accepted: 400 },
    });
    expect(stage.revoked()).toEqual(new Map(stage.tokens.map((token) => [token, 1])));
  });

  it('say so where one is to stop what the other works on', async () => {
    await using stage = await setStage({ phones: 400 });
    await using first = await openShop(stage, SLOW);
    const request = { selector: SELECTOR, targets: stage.tokens, batchSize: 10 };
    const { recallId } = await first.recalls.start(request);
    await using second = await openShop(stage, SLOW);
    await expect(second.recalls.stop(recallId)).rejects.toMatchObject({
      problem: 'under-way',
      message: `another process works on recall ${recallId}, and in a directory only that one can stop it: ask the application that started it. Where recalls are kept in PostgreSQL, each process can stop them`,
    });
    expect(await first.recalls.stop(recallId)).toMatchObject({ state: 'stopped', wanted: 'stop' });
  });

  it('leave each other alone where they are of different apps, though both call theirs "default"', async () => {
    await using stage = await setStage({ phones: 400 });
    const first = await openShop(stage, SLOW);
    const request = { selector: SELECTOR, targets: stage.tokens, batchSize: 10 };
    const { recallId } = await first.recalls.start(request);
    await first.module.close();
    const sofar = stage.revoked().size;
    await using other = await openShop(stage, { app: { clientId: '999999999' } });
    expect(await other.recalls.list()).toEqual([]);
    for (const method of ['status', 'stop', 'resume', 'report', 'evidence', 'forget'] as const) {
      await expect(other.recalls[method](recallId)).rejects.toMatchObject({ problem: 'not-found' });
    }
    await sleep(500);
    expect(stage.revoked().size).toBe(sofar);
    expect(other.log.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});

describe('an application that takes up what was left', () => {
  it.each(['before its targets are read', 'while they are'])(
    'does not begin what is stopped %s',
    async (when) => {
      await using stage = await setStage({ phones: 400 });
      const first = await openShop(stage, SLOW);
      const request = { targets: stage.tokens, batchSize: 10 };
      const ids = [
        (await first.recalls.start({ ...request, selector: SELECTOR })).recallId,
        (await first.recalls.start({ ...request, selector: OTHER })).recallId,
      ];
      await first.module.close();
      const sofar = [stage.revoked().size, stage.revoked(OTHER.notifyId).size];
      let opened = 0;
      // A list of millions takes its time
      const ledger = () => {
        const store = directoryStore(stage.ledger);
        return {
          ...store,
          async open(recallId: string) {
            if (when === 'before its targets are read') await sleep(300);
            const owned = await store.open(recallId);
            if (when === 'while they are') await sleep(300);
            opened += 1;
            return owned;
          },
        };
      };
      await using second = await openShop(stage, { ...SLOW, ledger });
      const stopped = await Promise.all(ids.map((id) => second.recalls.stop(id)));
      expect(stopped.map(({ wanted }) => wanted)).toEqual(['stop', 'stop']);
      await waitFor(() => opened > 0);
      await sleep(700);
      for (const id of ids) {
        expect(await second.recalls.status(id)).toMatchObject({ state: 'stopped', wanted: 'stop' });
      }
      expect([stage.revoked().size, stage.revoked(OTHER.notifyId).size]).toEqual(sofar);
    },
  );
});
