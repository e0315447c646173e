import type { OnModuleDestroy } from '@nestjs/common';
import type { PageRequest, TargetPage } from '@unpush/recall';
import { describe, expect, it } from 'vitest';
import { TargetPages } from '../../../src/index.ts';
import { openShop } from '../../support/open-module.ts';
import { linesOf, textOf } from '../../support/report.ts';
import { OTHER, SELECTOR, setStage } from '../../support/stage.ts';
import { waitFor } from '../../support/wait-for.ts';

const SLOW = { app: { quota: 200 } };

describe('an application that shuts down in the midst of a recall', () => {
  it('ends it between two batches, and goes on with it at its next start', async () => {
    await using stage = await setStage({ phones: 400 });
    const first = await openShop(stage, SLOW);
    const { recallId } = await first.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    await waitFor(() => stage.revoked().size >= 60);
    const watching = first.recalls.finished(recallId);
    await first.module.close();
    const sofar = stage.revoked().size;
    expect(await watching).toMatchObject({
      state: 'stopped',
      wanted: 'run',
      targets: { accepted: sofar, unknown: 0 },
    });
    expect(sofar).toBeLessThan(400);

    await using second = await openShop(stage, SLOW);
    await waitFor(() => stage.revoked().size > sofar);
    const ended = await second.recalls.finished(recallId);
    expect(ended).toMatchObject({ state: 'finished', targets: { read: 400, accepted: 400 } });
    expect(stage.revoked()).toEqual(new Map(stage.tokens.map((token) => [token, 1])));
    const report = linesOf(await textOf(await second.recalls.report(recallId, { all: true })));
    expect(report.map(({ target, outcome }) => [target, outcome])).toEqual(
      stage.tokens.map((token) => [token, 'accepted']),
    );
  });

  it('takes no new recall, and sends nothing more', async () => {
    await using stage = await setStage();
    const shop = await openShop(stage);
    await shop.module.close();
    await expect(shop.recalls.start({ selector: SELECTOR, targets: stage.tokens })).rejects.toThrow(
      'the application shuts down, so no recall was started: nothing was sent',
    );
    expect(stage.running.emulator.requests.list()).toEqual([]);
  });
});

describe('an application that shuts down while a recall is started', () => {
  it('starts it no more, and says why', async () => {
    await using stage = await setStage();
    const shop = await openShop(stage);
    async function* slow(): AsyncGenerator<string> {
      for (const token of stage.tokens) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        yield token;
      }
    }
    const starting = shop.recalls.start({ selector: SELECTOR, targets: slow() });
    const refused = expect(starting).rejects.toThrow(
      'the application shuts down, so no recall was started: nothing was sent',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await shop.module.close();
    await refused;
    await expect(shop.recalls.resume('r-0000000000')).rejects.toThrow(
      'the application shuts down, so recall r-0000000000 does not go on',
    );
  });
});

describe('an application whose pages cannot be read any more while it shuts down', () => {
  it.each([
    ['at once', 0],
    ['while another hook takes its time', 600],
  ])('leaves the recall wanted, %s', async (_when, otherMs) => {
    await using stage = await setStage({ phones: 2000 });
    @TargetPages('audience')
    class AudiencePages implements OnModuleDestroy {
      #isOpen = true;
      onModuleDestroy(): Promise<void> {
        this.#isOpen = false;
        return new Promise((resolve) => setTimeout(resolve, otherMs));
      }
      async page({ cursor = '0' }: PageRequest): Promise<TargetPage> {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (!this.#isOpen) throw new Error('Cannot use a pool after calling end on the pool');
        const next = Number(cursor) + 20;
        const targets = stage.tokens.slice(Number(cursor), next);
        return { targets, ...(next < 2000 && { next: String(next) }) };
      }
    }
    const metadata = { providers: [AudiencePages] };
    const first = await openShop(stage, SLOW, metadata);
    const request = { selector: SELECTOR, pages: 'audience', batchSize: 10 };
    const { recallId } = await first.recalls.start(request);
    await waitFor(() => stage.revoked().size >= 20);
    await first.module.close();
    await using second = await openShop(stage, { ...SLOW, recalls: { resumeOnStart: false } }, metadata);
    expect(await second.recalls.status(recallId)).toMatchObject({ state: 'stopped', wanted: 'run' });
  });
});

describe('an application that starts', () => {
  it('leaves alone what somebody has stopped', async () => {
    await using stage = await setStage({ phones: 100 });
    const first = await openShop(stage, SLOW);
    const request = { targets: stage.tokens, batchSize: 10 };
    const { recallId } = await first.recalls.start({ ...request, selector: SELECTOR });
    const other = await first.recalls.start({ ...request, selector: OTHER });
    await first.recalls.stop(recallId);
    await first.module.close();
    const sofar = stage.revoked().size;
    expect(sofar).toBeLessThan(100);
    await using second = await openShop(stage, SLOW);
    await waitFor(() => stage.revoked(OTHER.notifyId).size === 100);
    expect(await second.recalls.finished(other.recallId)).toMatchObject({ state: 'finished' });
    expect(await second.recalls.status(recallId)).toMatchObject({ state: 'stopped', wanted: 'stop' });
    expect(stage.revoked().size).toBe(sofar);
  });

  it('leaves alone what was interrupted where resumeOnStart is false', async () => {
    await using stage = await setStage({ phones: 100 });
    const first = await openShop(stage, SLOW);
    const { recallId } = await first.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    await first.module.close();
    const sofar = stage.revoked().size;
    await using second = await openShop(stage, { ...SLOW, recalls: { resumeOnStart: false } });
    expect(await second.recalls.finished(recallId)).toMatchObject({ state: 'stopped', wanted: 'run' });
    expect(stage.revoked().size).toBe(sofar);
    await second.recalls.resume(recallId);
    expect(await second.recalls.finished(recallId)).toMatchObject({ state: 'finished' });
  });

  it('leaves alone what the vendor has refused, until somebody resumes it', async () => {
    await using stage = await setStage({ phones: 100 });
    const { faults } = stage.running.emulator;
    const refused = {
      match: { notifyId: SELECTOR.notifyId },
      action: { type: 'code', code: '80300032' },
    } as const;
    faults.set([refused]);
    const first = await openShop(stage, SLOW);
    const request = { targets: stage.tokens, batchSize: 10 };
    const { recallId } = await first.recalls.start({ ...request, selector: SELECTOR });
    expect(await first.recalls.finished(recallId)).toMatchObject({
      state: 'stopped',
      wanted: 'stop',
      stoppedBy: { cause: 'refused', code: '80300032' },
    });
    const other = await first.recalls.start({ ...request, selector: OTHER });
    await first.module.close();
    faults.set([]);
    await using second = await openShop(stage, SLOW);
    await waitFor(() => stage.revoked(OTHER.notifyId).size === 100);
    await second.recalls.finished(other.recallId);
    expect(stage.revoked().size).toBe(0);
    await second.recalls.resume(recallId);
    expect(await second.recalls.finished(recallId)).toMatchObject({
      state: 'finished',
      targets: { accepted: 100 },
    });
  });

  it('leaves alone what another process on the same place works on', async () => {
    await using stage = await setStage({ phones: 100 });
    await using first = await openShop(stage, SLOW);
    const { recallId } = await first.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    await using second = await openShop(stage, SLOW);
    expect(await second.recalls.status(recallId)).toMatchObject({ state: 'running' });
    expect(await second.recalls.finished(recallId)).toMatchObject({ state: 'finished' });
    expect(second.log.filter((line) => line.startsWith('error'))).toEqual([]);
    expect(stage.revoked()).toEqual(new Map(stage.tokens.map((token) => [token, 1])));
  });

  it('does not send to another endpoint than the recall was begun with, and says so once', async () => {
    await using stage = await setStage({ phones: 100 });
    const first = await openShop(stage, SLOW);
    const { recallId } = await first.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    await first.module.close();
    const sofar = stage.revoked().size;
    await using other = await openShop(stage, { app: { endpoint: 'https://127.0.0.1:9' } });
    await waitFor(() => other.log.some((line) => line.startsWith('error')));
    const problem = `unpush: apps.default.endpoint: is not what recall ${recallId} was begun with: it was ${stage.running.url} and is https://127.0.0.1:9 by now. Give the app its former endpoint to go on with it, or start a new recall`;
    await other.recalls.stop(recallId);
    await expect(other.recalls.resume(recallId)).rejects.toMatchObject({
      code: 'INVALID_SETTINGS',
      message: problem,
    });
    expect(await other.recalls.status(recallId)).toMatchObject({ wanted: 'stop' });
    expect(stage.revoked().size).toBe(sofar);
    expect(other.log.filter((line) => line.startsWith('error'))).toEqual([
      `error Recall ${recallId} (default) failed: ${problem}`,
    ]);
  });
});
