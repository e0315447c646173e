import { Injectable } from '@nestjs/common';
import { EventEmitterModule, OnEvent } from '@nestjs/event-emitter';
import { describe, expect, it } from 'vitest';
import {
  RECALL_EVENTS,
  type RecallCanaryPassedEvent,
  type RecallEndedEvent,
  type RecallFailedEvent,
  type RecallProgressEvent,
  type RecallStartedEvent,
} from '../../../src/index.ts';
import { openShop } from '../../support/open-module.ts';
import { SELECTOR, setStage } from '../../support/stage.ts';

@Injectable()
class Newsroom {
  readonly told: (readonly [string, unknown])[] = [];

  @OnEvent(RECALL_EVENTS.started)
  started({ vendor, selector, app }: RecallStartedEvent): void {
    this.told.push(['started', { vendor, selector, app }]);
  }

  @OnEvent(RECALL_EVENTS.canaryPassed)
  canaryPassed({ accepted }: RecallCanaryPassedEvent): void {
    this.told.push(['canary-passed', accepted]);
  }

  @OnEvent(RECALL_EVENTS.progress)
  progress({ summary }: RecallProgressEvent): void {
    this.told.push(['progress', summary.targets.read]);
  }

  @OnEvent(RECALL_EVENTS.finished)
  @OnEvent(RECALL_EVENTS.stopped)
  ended({ summary }: RecallEndedEvent): void {
    this.told.push([summary.state, summary.targets.accepted]);
  }

  @OnEvent(RECALL_EVENTS.failed)
  failed({ message }: RecallFailedEvent): void {
    this.told.push(['failed', message]);
    throw new Error('whatever a listener throws');
  }
}

const NEWS = { imports: [EventEmitterModule.forRoot()], providers: [Newsroom] };

describe('events', () => {
  it('tell of a recall from its start to its end, where the application has an event emitter', async () => {
    await using stage = await setStage({ phones: 150 });
    await using shop = await openShop(stage, { app: { quota: 100 } }, NEWS);
    const { recallId } = await shop.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    await shop.recalls.finished(recallId);
    const { told } = shop.module.get(Newsroom);
    expect(told.filter(([name]) => name !== 'progress')).toEqual([
      [
        'started',
        { vendor: 'huawei', selector: { notifyId: 3114932, pushType: 'notification' }, app: 'default' },
      ],
      ['canary-passed', 10],
      ['finished', 150],
    ]);
    expect(told.filter(([name]) => name === 'progress')).toContainEqual(['progress', 150]);
  });

  it('tell of what is stopped, and what is interrupted and goes on', async () => {
    await using stage = await setStage({ phones: 100 });
    const first = await openShop(stage, { app: { quota: 100 } }, NEWS);
    const { recallId } = await first.recalls.start({
      selector: SELECTOR,
      targets: stage.tokens,
      batchSize: 10,
    });
    await first.module.close();
    expect(first.module.get(Newsroom).told.map(([name]) => name)).toContain('stopped');
    await using second = await openShop(stage, { app: { quota: 100 } }, NEWS);
    await second.recalls.finished(recallId);
    while (second.module.get(Newsroom).told.at(-1)?.[0] !== 'finished') await new Promise(setImmediate);
    expect(second.module.get(Newsroom).told[0]?.[0]).toBe('started');
  });
});
