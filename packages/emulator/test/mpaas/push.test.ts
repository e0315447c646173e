import { beforeEach, describe, expect, it } from 'vitest';
import { type Given, type MpaasBench, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(async () => {
  bench = setUpMpaas();
  const { mpaas } = bench.emulator;
  mpaas.createDevices({ ...bench.name, ids: ['device1', 'device2'] });
  mpaas.createDevices({ ...bench.name, ids: ['phone'], channel: 'ios' });
  mpaas.bindUsers({ ...bench.name, users: [{ userId: 'user1', device: 'device1' }] });
  await bench.call('CreateTemplate', { TemplateName: 'sale', Title: '#what#!', Content: '#what# for #who#' });
});

const json = (value: unknown) => JSON.stringify(value);
/** An object of so many fields. */
const numbered = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'm']));
const PUSH = { DeliveryType: '1', ExpiredSeconds: '600' };
const SIMPLE = { ...PUSH, Title: 'Hello', Content: 'World' };
const result = async (action: string, given: Given) => (await bench.call(action, given)).body['PushResult'];
const tray = (device: string) => bench.emulator.mpaas.tray({ ...bench.name, device });
const titles = (device: string) => tray(device).map(({ title }) => title);
const done = { Success: true, ResultMsg: 'success', Data: '' };

describe('a simple push', () => {
  it('shows on the devices it names, each under its own message id', async () => {
    const TargetMsgkey = json({ device1: 'm1', device2: 'm2' });
    expect(await result('PushSimple', { ...SIMPLE, TargetMsgkey })).toEqual(done);
    expect(tray('device2')).toEqual([
      {
        messageId: 'm2',
        title: 'Hello',
        content: 'World',
        deliveredAt: 1_795_438_800_000,
        clicked: false,
        revoked: false,
      },
    ]);
    expect(titles('phone')).toEqual([]);
  });

  it('is revoked by the pair it was sent under', async () => {
    await result('PushSimple', { ...SIMPLE, TargetMsgkey: json({ device1: 'm1', device2: 'm2' }) });
    const revoke = (MessageId: string, TargetId: string) =>
      result('RevokePushMessage', { MessageId, TargetId });
    expect(await revoke('m1', 'device2')).toMatchObject({ Success: false });
    expect(await revoke('m1', 'device1')).toMatchObject({ Success: true });
    expect([titles('device1'), titles('device2')]).toEqual([['Message revoked'], ['Hello']]);
  });

  it('to a user shows where that user is logged in, and is revoked by the user', async () => {
    const TargetMsgkey = json({ user1: 'm1' });
    await result('PushSimple', { ...SIMPLE, DeliveryType: '3', TargetMsgkey });
    expect([titles('device1'), titles('device2')]).toEqual([['Hello'], []]);
    expect(await result('RevokePushMessage', { MessageId: 'm1', TargetId: 'user1' })).toEqual(done);
    expect(titles('device1')).toEqual(['Message revoked']);
  });

  it('to an id of nobody is taken, and can be revoked, unless a setting says otherwise', async () => {
    const given = { ...SIMPLE, TargetMsgkey: json({ device1: 'm1', nobody: 'm2' }) };
    expect(await result('PushSimple', given)).toEqual(done);
    const revoke = { MessageId: 'm2', TargetId: 'nobody' };
    expect(await result('RevokePushMessage', revoke)).toEqual(done);
    const { mpaas } = bench.emulator;
    expect(mpaas.revocations({ ...bench.name, messageId: 'm2' }).times('nobody')).toBe(1);
    mpaas.setBehaviour({ unknownPushTarget: '3054' });
    expect(await result('PushSimple', given)).toMatchObject({ ResultMsg: '3054' });
    expect(await result('PushSimple', { ...given, DeliveryType: '3' })).toEqual(done);
  });

  it('does nothing if it is refused', async () => {
    expect(
      await result('PushSimple', { ...SIMPLE, TargetMsgkey: json({ device1: 'm', ...numbered(10) }) }),
    ).toMatchObject({
      Success: false,
    });
    expect(titles('device1')).toEqual([]);
  });

  it.each<[string, Given]>([
    ['10 targets', { TargetMsgkey: json(numbered(10)) }],
    ['20 fields of extension', { ExtendedParams: json(numbered(20)) }],
    [
      'a badge with its class',
      { ExtendedParams: json({ badge_add_num: 1, badge_class: 'com.example.Main' }) },
    ],
    ['2048 bytes of content and title', { Title: 'x'.repeat(48), Content: 'x'.repeat(2000) }],
    ['30 days', { ExpiredSeconds: '2592000' }],
  ])('may have %s', async (_what, given) => {
    expect(await result('PushSimple', { ...SIMPLE, TargetMsgkey: json({ a: 'm' }), ...given })).toEqual(done);
  });

  it.each<[code: string, Given]>([
    ['3028', { TargetMsgkey: 'no JSON' }],
    ['3028', { TargetMsgkey: json({ device1: '' }) }],
    ['3028', { TargetMsgkey: json({ device1: 7 }) }],
    ['3021', { TargetMsgkey: json({ '': 'm1' }) }],
    ['3021', { TargetMsgkey: '' }],
    ['3044', { ExtendedParams: json({ silent: 1 }) }],
    ['3044', { ExtendedParams: '[]' }],
    ['3043', { Content: '通'.repeat(683) }],
    ['3020', { ExpiredSeconds: 'soon' }],
  ])('is %s with %j', async (code, given) => {
    const target = { TargetMsgkey: json({ device1: 'm1' }) };
    expect(await result('PushSimple', { ...SIMPLE, ...target, ...given })).toMatchObject({ ResultMsg: code });
  });
});

describe('a template push', () => {
  it('fills the template in', async () => {
    const given = { ...PUSH, TemplateName: 'sale', TargetMsgkey: json({ device1: 'm1' }) };
    const TemplateKeyValue = json({ what: 'Tea', who: 'you' });
    expect(await result('PushTemplate', { ...given, TemplateKeyValue })).toEqual(done);
    expect(tray('device1')).toMatchObject([{ title: 'Tea!', content: 'Tea for you' }]);
    const lacking = json({ what: 'Tea' });
    expect(await result('PushTemplate', { ...given, TemplateKeyValue: lacking })).toMatchObject({
      ResultMsg: '3023',
    });
  });
});

describe('a batch push', () => {
  const BATCH = {
    ...PUSH,
    TemplateName: 'sale',
    'TargetMsg.1.Target': 'device1',
    'TargetMsg.1.MsgKey': 'm1',
    'TargetMsg.1.TemplateKeyValue': json({ what: 'Tea', who: 'you' }),
    'TargetMsg.2.Target': 'device2',
    'TargetMsg.2.MsgKey': 'm2',
    'TargetMsg.2.TemplateKeyValue': json({ what: 'Milk', who: 'him' }),
  };

  it('says something else to each, and is one task', async () => {
    const { Data: taskId } = (await result('PushMultiple', BATCH)) as { readonly Data: string };
    expect(taskId).toMatch(/^\d{8}$/);
    expect([tray('device1'), tray('device2')]).toMatchObject([
      [{ title: 'Tea!', taskId, messageId: 'm1' }],
      [{ title: 'Milk!', taskId, messageId: 'm2' }],
    ]);
    expect(await result('RevokePushMessage', { MessageId: 'm1', TargetId: 'device1' })).toMatchObject({
      Success: false,
    });
    expect(await result('RevokePushTask', { TaskId: taskId })).toEqual(done);
    expect([titles('device1'), titles('device2')]).toEqual([['Message revoked'], ['Message revoked']]);
  });

  it('tells nothing of its task if so told', async () => {
    bench.emulator.mpaas.setBehaviour({ resultData: 'empty' });
    expect(await result('PushMultiple', BATCH)).toEqual(done);
  });

  it('without a target is 3021, or of the gateway if the parameter is absent altogether', async () => {
    const empty = { ...PUSH, TemplateName: 'sale' };
    expect(await result('PushMultiple', { ...empty, TargetMsg: '' })).toMatchObject({ ResultMsg: '3021' });
    expect((await bench.call('PushMultiple', empty)).body).toMatchObject({ Code: 'MissingTargetMsg' });
  });
});

describe('a broadcast', () => {
  const BROADCAST = {
    ...PUSH,
    TemplateName: 'sale',
    TemplateKeyValue: json({ what: 'Tea', who: 'all' }),
    Msgkey: 'm1',
  };

  it.each<[who: string, Given, shown: string[]]>([
    ['devices with a user', {}, ['device1']],
    ['devices with a user', { PushStatus: '0', BindPeriod: '4' }, ['device1']],
    ['all devices', { PushStatus: '1', UnBindPeriod: '4' }, ['device1', 'device2']],
    ['devices without a user', { PushStatus: '2', UnBindPeriod: '4' }, ['device2']],
    ['all devices of iOS', { DeliveryType: '2', PushStatus: '1', UnBindPeriod: '4' }, ['phone']],
    [
      'no device of HarmonyOS, there being none',
      { DeliveryType: '7', PushStatus: '1', UnBindPeriod: '4' },
      [],
    ],
    [
      'all devices by a range of time',
      {
        PushStatus: '1',
        TimeMode: '1',
        BindStartTime: '1',
        BindEndTime: '2',
        UnBindStartTime: '1',
        UnBindEndTime: '2',
      },
      ['device1', 'device2'],
    ],
  ])('goes to %s with %j', async (_who, given, shown) => {
    const { Data: TaskId } = (await result('PushBroadcast', { ...BROADCAST, ...given })) as { Data: string };
    const all = ['device1', 'device2', 'phone'];
    expect(all.filter((device) => titles(device).includes('Tea!'))).toEqual(shown);
    await result('RevokePushTask', { TaskId });
    expect(all.filter((device) => titles(device).includes('Message revoked'))).toEqual(shown);
  });
});
