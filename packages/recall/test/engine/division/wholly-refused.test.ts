import type { BadTarget } from '@unpush/testing';
import { describe, expect, it } from 'vitest';
import { names } from '../support/list-source.ts';
import { play } from '../support/stage.ts';

const badOf = (kind: BadTarget, targets: readonly string[]) =>
  new Map(targets.map((target) => [target, kind]));

const inOrder = { batchSize: 10, concurrency: 1 };

describe('batches that are wholly refused', () => {
  it('stop the recall at the third, where nothing was accepted yet', async () => {
    const { summary, vendor } = await play({
      targets: names(1000),
      vendor: { bad: badOf('invalid', names(1000)) },
      options: { ...inOrder, canary: 0 },
    });
    expect(vendor.requests).toHaveLength(3);
    expect(summary.state).toBe('stopped');
    expect(summary.stoppedBy).toMatchObject({ cause: 'nothing-accepted', code: '80300007' });
    expect(summary.targets).toMatchObject({ rejected: 30, notAttempted: 970 });
  });

  it('count also when they were divided to the last target', async () => {
    const { summary } = await play({
      targets: names(1000),
      vendor: { bad: badOf('foreign', names(1000)) },
      options: { ...inOrder, canary: 0 },
    });
    expect(summary.stoppedBy).toMatchObject({ cause: 'nothing-accepted', code: '80300017' });
    expect(summary.targets).toMatchObject({ rejected: 30, notAttempted: 970 });
    expect(summary.requests.sent).toBe(37);
  });

  it('pause the recall at the twentieth in a row once something was accepted', async () => {
    const { summary, vendor } = await play({
      targets: names(1000),
      vendor: { bad: badOf('invalid', names(1000).slice(10)) },
      options: inOrder,
    });
    expect(vendor.requests).toHaveLength(21);
    expect(summary.state).toBe('paused');
    expect(summary.stoppedBy).toMatchObject({ cause: 'wholly-refused', code: '80300007' });
    expect(summary.targets).toMatchObject({ accepted: 10, rejected: 200, notAttempted: 790 });
  });

  it.each([
    { stale: 199, state: 'finished' },
    { stale: 200, state: 'paused' },
  ])('pause it at the two hundredth where a batch is one target: $stale', async ({ stale, state }) => {
    const list = names(300);
    const { summary } = await play({
      targets: list,
      vendor: { batchSize: 1, bad: badOf('invalid', list.slice(10, 10 + stale)) },
      options: { concurrency: 1 },
    });
    expect(summary.state).toBe(state);
    expect(summary.targets.rejected).toBe(stale);
  });

  it('are not in a row where one between them was not', async () => {
    const list = names(1000);
    // The canary, 19 bad batches, one with a good target, 19 bad ones, and so on
    const bad = badOf(
      'invalid',
      list.filter((_, index) => index >= 10 && index % 200 !== 0),
    );
    const { summary } = await play({ targets: list, vendor: { bad }, options: inOrder });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 14, rejected: 986 });
  });

  it('are not in a row where the codes differ', async () => {
    const list = names(410);
    const bad = new Map<string, BadTarget>([
      ...badOf('invalid', list.slice(10, 200)),
      ...badOf('foreign', list.slice(200, 390)),
      ...badOf('invalid', list.slice(390)),
    ]);
    const { summary } = await play({ targets: list, vendor: { bad }, options: inOrder });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 10, rejected: 400 });
  });

  it('do not matter where the recall is told to keep going', async () => {
    const { summary } = await play({
      targets: names(1000),
      vendor: { bad: badOf('invalid', names(1000).slice(10)) },
      options: { ...inOrder, keepGoing: true },
    });
    expect(summary.state).toBe('finished');
    expect(summary.targets).toMatchObject({ accepted: 10, rejected: 990 });
  });

  it('leave a recall finished where the list ends with them: nothing is left to go on with', async () => {
    const { summary } = await play({
      targets: names(30),
      vendor: { bad: badOf('invalid', names(30)) },
      options: { ...inOrder, canary: 0 },
    });
    expect(summary.state).toBe('finished');
    expect(summary).not.toHaveProperty('stoppedBy');
    expect(summary.targets).toMatchObject({ rejected: 30, notAttempted: 0 });
  });
});
