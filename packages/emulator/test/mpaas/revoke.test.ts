import { beforeEach, describe, expect, it } from 'vitest';
import type { MpaasChannel } from '../../src/index.ts';
import { type Given, type MpaasBench, setUpMpaas } from '../support/mpaas-bench.ts';

let bench: MpaasBench;
beforeEach(() => {
  bench = setUpMpaas();
  const { mpaas } = bench.emulator;
  mpaas.createDevices({ ...bench.name, ids: ['device1', 'device2', 'device3'] });
  mpaas.bindUsers({
    ...bench.name,
    users: [
      { userId: 'user1', device: 'device1' },
      { userId: 'user2', device: 'device2' },
    ],
  });
});

const DAY = 86_400_000;
const result = async (given: Given = {}) => (await bench.revoke(given)).body['PushResult'];
const task = async (TaskId: string) => (await bench.call('RevokePushTask', { TaskId })).body['PushResult'];
const done = { Success: true, ResultMsg: 'success', Data: '' };
const refused = (ResultMsg: string) => ({ Success: false, ResultMsg, Data: '' });
const titles = (device: string) =>
  bench.emulator.mpaas.tray({ ...bench.name, device }).map(({ title }) => title);
const deliver = (messageId: string, targets?: readonly string[], addressing?: 'device' | 'user') =>
  bench.emulator.mpaas.deliver({
    ...bench.name,
    messageId,
    title: 'Oops',
    ...(targets === undefined ? {} : { targets }),
    ...(addressing === undefined ? {} : { addressing }),
  });
const revocations = (messageId: string) => bench.emulator.mpaas.revocations({ ...bench.name, messageId });

describe('a message revoke', () => {
  it('takes the message back from the device named, and from no other', async () => {
    deliver('m');
    expect(await result({ MessageId: 'm', TargetId: 'device2' })).toEqual(done);
    expect([titles('device1'), titles('device2')]).toEqual([['Oops'], ['Message revoked']]);
    expect([...revocations('m').entries()]).toEqual([['device2', 1]]);
  });

  it('names a push to a user by the user, not by the device', async () => {
    deliver('m', ['user1'], 'user');
    expect(await result({ MessageId: 'm', TargetId: 'device1' })).toEqual(refused('3028'));
    expect(titles('device1')).toEqual(['Oops']);
    expect(await result({ MessageId: 'm', TargetId: 'user1' })).toEqual(done);
    expect(titles('device1')).toEqual(['Message revoked']);
    expect(revocations('m').times('user1')).toBe(1);
  });

  it('names a push to a device by the device, not by its user', async () => {
    deliver('m', ['device1']);
    expect(await result({ MessageId: 'm', TargetId: 'user1' })).toEqual(refused('3028'));
  });

  it('needs the pair: another message of the same device stays', async () => {
    deliver('m', ['device1']);
    deliver('n', ['device2']);
    expect(await result({ MessageId: 'n', TargetId: 'device1' })).toEqual(refused('3028'));
    expect(titles('device1')).toEqual(['Oops']);
  });

  it('leaves one that was clicked or cleared, and is taken all the same', async () => {
    deliver('m');
    const { mpaas } = bench.emulator;
    expect(mpaas.click({ ...bench.name, device: 'device1', messageId: 'm' })).toBe(true);
    expect(mpaas.clear({ ...bench.name, device: 'device2', messageId: 'm' })).toBe(true);
    expect(await result({ MessageId: 'm', TargetId: 'device1' })).toEqual(done);
    expect(await result({ MessageId: 'm', TargetId: 'device2' })).toEqual(done);
    expect([titles('device1'), titles('device2')]).toEqual([['Oops'], []]);
    expect(revocations('m').count).toBe(2);
  });

  it('of an empty message id or target is refused', async () => {
    expect(await result({ MessageId: '' })).toEqual(refused('3028'));
    expect(await result({ TargetId: '' })).toEqual(refused('3021'));
  });

  it('of another workspace finds nothing', async () => {
    const { mpaas } = bench.emulator;
    const { appId } = bench.app;
    mpaas.createApp({ appId, workspaceId: 'product', accessKey: bench.app.accessKey });
    deliver('m');
    const given = { WorkspaceId: 'product', MessageId: 'm', TargetId: 'device1' };
    expect(await result(given)).toEqual(refused('3028'));
    expect(titles('device1')).toEqual(['Oops']);
  });
});

describe('a revoke on the channel', () => {
  it.each<[MpaasChannel, string[]]>([
    ['huawei', ['Message revoked']],
    ['xiaomi', ['Message revoked']],
    ['oppo', ['Message revoked']],
    ['ios', ['Message revoked']],
    ['vivo', []],
  ])('%s does what is documented', async (channel, left) => {
    bench.emulator.mpaas.createDevices({ ...bench.name, ids: ['phone'], channel });
    deliver('m');
    expect(await result({ MessageId: 'm', TargetId: 'phone' })).toEqual(done);
    expect(titles('phone')).toEqual(left);
  });

  it.each<MpaasChannel>(['selfBuilt', 'honor', 'fcm', 'harmonyos'])(
    '%s is not documented: a setting says',
    async (channel) => {
      const { mpaas } = bench.emulator;
      mpaas.createDevices({ ...bench.name, ids: ['phone'], channel });
      deliver('m');
      await result({ MessageId: 'm', TargetId: 'phone' });
      const seen = (['overwrite', 'remove', 'ignore'] as const).map((undocumentedChannels) => {
        mpaas.setBehaviour({ undocumentedChannels });
        return titles('phone');
      });
      expect(seen).toEqual([['Message revoked'], [], ['Oops']]);
    },
  );
});

describe('a task revoke', () => {
  it('takes a broadcast back from every device that has not clicked it', async () => {
    const { mpaas } = bench.emulator;
    const { taskId } = mpaas.deliverTask({ ...bench.name, title: 'All' });
    expect(taskId).toMatch(/^\d{8}$/);
    expect(mpaas.click({ ...bench.name, device: 'device3', taskId })).toBe(true);
    expect(await task(taskId)).toEqual(done);
    expect([titles('device1'), titles('device3')]).toEqual([['Message revoked'], ['All']]);
    expect(mpaas.tray({ ...bench.name, device: 'device1' })).toMatchObject([{ taskId, revoked: true }]);
    const of = mpaas.revocations({ ...bench.name, taskId });
    expect([of.count, of.times(taskId), [...of.entries()]]).toEqual([1, 1, [[taskId, 1]]]);
    expect(mpaas.click({ ...bench.name, device: 'device1', taskId })).toBe(false);
  });

  it('takes a batch push back from those it went to', async () => {
    const { mpaas } = bench.emulator;
    mpaas.deliverTask({ ...bench.name, taskId: '20842863', title: 'Some', targets: ['device1'] });
    expect([titles('device1'), titles('device2')]).toEqual([['Some'], []]);
    expect(await task('20842863')).toEqual(done);
    expect(titles('device1')).toEqual(['Message revoked']);
  });

  it('of an empty task id is refused', async () => {
    expect(await task('')).toEqual(refused('3028'));
  });
});

describe('where the pages are silent', () => {
  beforeEach(() => {
    const { mpaas } = bench.emulator;
    mpaas.deliver({ ...bench.name, messageId: 'old', sentAt: bench.clock.wall() - 7 * DAY - 1 });
    mpaas.deliver({ ...bench.name, messageId: 'week', sentAt: bench.clock.wall() - 7 * DAY });
    mpaas.deliverTask({ ...bench.name, taskId: '1', messageId: 'of-task' });
    mpaas.deliverTask({ ...bench.name, taskId: '2', sentAt: bench.clock.wall() - 7 * DAY - 1 });
  });

  it('what was never sent is 3028, or another code, or taken and counted', async () => {
    expect([await result({ MessageId: 'x' }), await task('9')]).toEqual([refused('3028'), refused('3028')]);
    bench.emulator.mpaas.setBehaviour({ unknownMessage: '3021' });
    expect([await result({ MessageId: 'x' }), await task('9')]).toEqual([refused('3021'), refused('3021')]);
    bench.emulator.mpaas.setBehaviour({ unknownMessage: '100' });
    expect([await result({ MessageId: 'x' }), await task('9'), await task('9')]).toEqual([done, done, done]);
    expect([...revocations('x').entries()]).toEqual([['device1', 1]]);
    expect(bench.emulator.mpaas.revocations({ ...bench.name, taskId: '9' }).times('9')).toBe(2);
  });

  it('what somebody only asked the console about was never sent either', async () => {
    bench.emulator.mpaas.setBehaviour({ unknownMessage: '3021', otherKind: '3023' });
    const asked = revocations('9');
    expect([asked.count, asked.times('device1'), [...asked.entries()]]).toEqual([0, 0, []]);
    expect(await task('9')).toEqual(refused('3021'));
    deliver('9');
    expect(await result({ MessageId: '9' })).toEqual(done);
    expect([asked.count, asked.times('device1'), [...asked.entries()]]).toEqual([1, 1, [['device1', 1]]]);
  });

  it('what is older than 7 days is 3028, or another code, or taken', async () => {
    expect([
      await result({ MessageId: 'week' }),
      await result({ MessageId: 'old' }),
      await task('2'),
    ]).toEqual([done, refused('3028'), refused('3028')]);
    bench.emulator.mpaas.setBehaviour({ tooOld: '100' });
    expect([await result({ MessageId: 'old' }), await task('2')]).toEqual([done, done]);
    bench.emulator.mpaas.setBehaviour({ tooOld: '3020', revokeDays: 6 });
    expect(await result({ MessageId: 'week' })).toEqual(refused('3020'));
  });

  it('the other kind of revoke is 3028 or another code', async () => {
    bench.emulator.mpaas.setBehaviour({ otherKind: '3023' });
    expect([
      await result({ MessageId: 'of-task' }),
      await result({ MessageId: '1' }),
      await task('week'),
    ]).toEqual([refused('3023'), refused('3023'), refused('3023')]);
  });

  it('a repeated revoke is taken and counted, or a code', async () => {
    expect([await result({ MessageId: 'week' }), await result({ MessageId: 'week' })]).toEqual([done, done]);
    expect([await task('1'), await task('1')]).toEqual([done, done]);
    expect(revocations('week').times('device1')).toBe(2);
    bench.emulator.mpaas.setBehaviour({ repeatedRevoke: '3028' });
    expect([await result({ MessageId: 'week' }), await task('1')]).toEqual([
      refused('3028'),
      refused('3028'),
    ]);
    expect(revocations('week').times('device1')).toBe(2);
  });
});

describe('a load without devices', () => {
  it('is counted, and not kept if so told', async () => {
    bench = setUpMpaas({ rememberStrangers: false, mpaas: { unknownMessage: '100' } });
    for (const TargetId of ['a', 'b', 'a']) await bench.revoke({ MessageId: 'm', TargetId });
    expect([revocations('m').count, [...revocations('m').entries()]]).toEqual([3, []]);
  });
});

describe('a million devices', () => {
  it('are made and told in seconds, and each can be revoked', async () => {
    const { mpaas } = bench.emulator;
    const app = mpaas.createApp({ appId: 'BIG', workspaceId: 'test', accessKey: bench.app.accessKey });
    const started = performance.now();
    const ids = mpaas.createDevices({ appId: 'BIG', workspaceId: 'test', count: 1_000_000 });
    expect(mpaas.deliver({ ...app, messageId: 'm', title: 'Oops' })).toEqual({
      messageId: 'm',
      targets: 1_000_000,
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(ids[0]).toMatch(/^ad-[a-z0-9]{20}-\d{3}$/);
    const target = ids[999_999]!;
    expect(await result({ AppId: 'BIG', MessageId: 'm', TargetId: target })).toEqual(done);
    expect(mpaas.tray({ ...app, device: target })).toMatchObject([{ title: 'Message revoked' }]);
    expect(mpaas.tray({ ...app, device: ids[0]! })).toMatchObject([{ title: 'Oops' }]);
  });
});
