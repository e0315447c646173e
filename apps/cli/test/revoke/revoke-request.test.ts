import { describe, expect, it } from 'vitest';
import { readRevokeRequest } from '../../src/commands/revoke/revoke-request.ts';
import { HUAWEI_DOOR } from '../../src/vendors/huawei/door.ts';
import type { VendorDoor } from '../../src/vendors/vendor-door.ts';

const COMMON = { giveUpAfter: '30m' };

describe('what unpush revoke is asked for', () => {
  it('is a list of targets beside a notification that does not say whom it went to', () => {
    const flags = { ...COMMON, notifyId: '7', tokens: ['a.txt'], token: ['t'] };
    expect(readRevokeRequest(flags, HUAWEI_DOOR)).toMatchObject({
      selector: { notifyId: 7, pushType: 'notification' },
      files: ['a.txt'],
      tokens: ['t'],
    });
    expect(() => readRevokeRequest({ ...COMMON, notifyId: '7' }, HUAWEI_DOOR)).toThrow('--tokens is missing');
  });

  describe('of a vendor whose notification is its own one target', () => {
    const door: Pick<VendorDoor, 'readNotification' | 'describeNotification'> = {
      readNotification: () => ({ selector: { task: '20842863' }, onlyTarget: '20842863', notes: [] }),
      describeNotification: () => ({
        id: { name: 'task id', value: '20842863' },
        target: { one: 'task', many: 'tasks' },
      }),
    };

    it('is that target, without a list', () => {
      expect(readRevokeRequest(COMMON, door)).toMatchObject({ files: [], tokens: ['20842863'] });
    });

    it.each([{ tokens: ['a.txt'] }, { targets: ['-'] }, { token: ['t'] }])('is no list: %j', (list) => {
      expect(() => readRevokeRequest({ ...COMMON, ...list }, door)).toThrow(
        'the task id 20842863 says already whom the notification went to: leave --tokens, --targets and --token out',
      );
    });
  });
});
