import { beforeEach, describe, expect, it } from 'vitest';
import { type Given, type MpaasBench, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas();
  bench.emulator.mpaas.createDevices({ ...bench.name, ids: ['device1'] });
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 2026-11-23 13:00:00 UTC, a Monday; in China it is 21:00. */
const NOW = 1_795_438_800_000;
const json = (value: unknown) => JSON.stringify(value);
const SIMPLE = {
  DeliveryType: '1',
  ExpiredSeconds: '600',
  Title: 'Hello',
  Content: 'World',
  TargetMsgkey: json({ device1: 'm1' }),
};
const push = async (StrategyType: string, content: unknown) => {
  const given = { ...SIMPLE, StrategyType, StrategyContent: json(content) };
  return (await bench.call('PushSimple', given)).body['PushResult'] as Readonly<Record<string, string>>;
};
const list = async (given: Given = {}) => {
  const all = { StartTime: '0', EndTime: String(NOW + 400 * DAY) };
  const { body } = await bench.call('QueryPushSchedulerList', { ...all, ...given });
  const { Data } = body['ResultContent'] as {
    readonly Data: { readonly TotalCount: number; readonly List: readonly Record<string, unknown>[] };
  };
  return Data;
};
const shown = () => bench.emulator.mpaas.tray({ ...bench.name, device: 'device1' }).length;

describe('a push for later', () => {
  it('is sent when it is due, and can be revoked then', async () => {
    await push('1', { fixedTime: NOW + HOUR });
    expect(shown()).toBe(0);
    bench.clock.advance(HOUR - 1);
    expect(shown()).toBe(0);
    bench.clock.advance(1);
    expect(shown()).toBe(1);
    const revoked = await bench.revoke({ MessageId: 'm1' });
    expect(revoked.body['PushResult']).toMatchObject({ Success: true });
  });

  it('is listed with its time and its state', async () => {
    const { Data: uniqueId } = await push('1', { fixedTime: NOW + HOUR });
    const entry = {
      UniqueId: uniqueId,
      ParentId: uniqueId,
      Type: 0,
      StrategyType: 1,
      DeliveryType: 1,
      PushTitle: 'Hello',
      PushContent: 'World',
      PushTime: NOW + HOUR,
      GmtCreate: NOW,
      CreateType: 0,
      ExecutedStatus: 'waiting',
    };
    expect(await list()).toEqual({ TotalCount: 1, List: [entry] });
    bench.clock.advance(HOUR);
    expect(await list()).toEqual({ TotalCount: 1, List: [{ ...entry, ExecutedStatus: 'executed' }] });
  });

  it('is not sent once it is cancelled', async () => {
    const one = await push('1', { fixedTime: NOW + HOUR });
    const other = await push('1', { fixedTime: NOW + HOUR });
    const unknown = await bench.call('CancelPushScheduler', { UniqueIds: `${one['Data']!},99` });
    expect(unknown.body).toMatchObject({ ResultCode: '3028' });
    const cancelled = await bench.call('CancelPushScheduler', {
      UniqueIds: `${one['Data']!},${other['Data']!}`,
    });
    expect(cancelled.body).toEqual({
      RequestId: expect.any(String) as string,
      ResultCode: 'OK',
      ResultMessage: 'success',
      ResultContent: 'success',
    });
    bench.clock.advance(HOUR);
    expect(shown()).toBe(0);
    expect((await list()).List.map((entry) => entry['ExecutedStatus'])).toEqual(['cancelled', 'cancelled']);
  });

  it.each([
    ['3', {}],
    ['1', {}],
    ['1', { fixedTime: 'noon' }],
    ['2', { startTime: NOW, endTime: NOW + DAY, circleType: 4, time: '10:00:00' }],
    ['2', { startTime: NOW, endTime: NOW + DAY, circleType: 1, time: '25:00:00' }],
    ['2', { startTime: NOW, endTime: NOW - DAY, circleType: 1, time: '10:00:00' }],
    ['2', { startTime: NOW, endTime: NOW + 600 * DAY, circleType: 1, time: '10:00:00' }],
  ])('with the strategy %s %j is 3028', async (type, content) => {
    expect(await push(type, content)).toMatchObject({ Success: false, ResultMsg: '3028' });
  });
});

describe('a loop', () => {
  const times = async () =>
    (await list()).List.map((entry) => new Date(Number(entry['PushTime'])).toISOString());

  it('comes every day at its time in China, between its start and its end', async () => {
    await push('2', { startTime: NOW, endTime: NOW + 3 * DAY, circleType: 1, time: '21:00:00' });
    expect(await times()).toEqual([
      '2026-11-23T13:00:00.000Z',
      '2026-11-24T13:00:00.000Z',
      '2026-11-25T13:00:00.000Z',
      '2026-11-26T13:00:00.000Z',
    ]);
  });

  it('comes on days of the week, by the calendar of China', async () => {
    // 2026-11-24 04:00 in China is still Monday in UTC.
    await push('2', {
      startTime: NOW,
      endTime: NOW + 8 * DAY,
      circleType: 2,
      circleValue: [2, 7],
      time: '04:00:00',
    });
    expect(await times()).toEqual([
      '2026-11-23T20:00:00.000Z',
      '2026-11-28T20:00:00.000Z',
      '2026-11-30T20:00:00.000Z',
    ]);
  });

  it('comes on days of the month', async () => {
    const circle = { circleType: 3, circleValue: [1, 31], time: '08:00:00' };
    await push('2', { startTime: NOW, endTime: NOW + 70 * DAY, ...circle });
    expect(await times()).toEqual([
      '2026-12-01T00:00:00.000Z',
      '2026-12-31T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
      '2027-01-31T00:00:00.000Z',
      '2027-02-01T00:00:00.000Z',
    ]);
  });

  it('is found and cancelled under what its times have in common', async () => {
    const loop = { startTime: NOW, endTime: NOW + 2 * DAY, circleType: 1, time: '22:00:00' };
    const { Data: parent = '' } = await push('2', loop);
    await push('1', { fixedTime: NOW + HOUR });
    expect(await list()).toMatchObject({ TotalCount: 3 });
    expect(await list({ UniqueId: parent })).toMatchObject({
      TotalCount: 2,
      List: [{ ParentId: parent }, { ParentId: parent }],
    });
    expect(await list({ PageNumber: '2', PageSize: '2' })).toMatchObject({
      TotalCount: 3,
      List: [{ Type: 0 }],
    });
    expect(await list({ Type: '3' })).toEqual({ TotalCount: 0, List: [] });
    expect(await list({ StartTime: String(NOW + DAY) })).toMatchObject({ TotalCount: 1 });
    await bench.call('CancelPushScheduler', { UniqueIds: parent });
    bench.clock.advance(3 * DAY);
    expect((await list({ UniqueId: parent })).List.map((entry) => entry['ExecutedStatus'])).toEqual([
      'cancelled',
      'cancelled',
    ]);
  });
});

describe('the list', () => {
  it.each([{ StartTime: '2', EndTime: '1' }, { StartTime: 'x' }, { PageNumber: '0' }, { PageSize: '0' }])(
    'refuses %j',
    async (given) => {
      const all = { StartTime: '0', EndTime: '1' };
      const { body } = await bench.call('QueryPushSchedulerList', { ...all, ...given });
      expect(body).toMatchObject({ ResultCode: '3028' });
    },
  );
});
