import { describe, expect, it } from 'vitest';
import { readSelector } from '../../src/vendors/huawei/selector.ts';
import { refuseForeignFlags } from '../../src/vendors/refuse-foreign-flags.ts';

const refuse = (flags: Readonly<Record<string, unknown>>, meant: 'huawei' | 'mpaas') =>
  refuseForeignFlags(flags, {
    meant,
    why: `--vendor is "${meant}"`,
    remedy: (other) => `nothing was sent; leave it out, or give --vendor ${other}`,
  });

describe('a flag of another vendor than the one that is meant', () => {
  it.each([
    ['--client-id', { clientId: '104012345' }],
    ['--notify-id', { notifyId: '0' }],
    ['--push-type', { pushType: 'extension' }],
  ])('is refused by its name: %s', (flag, flags) => {
    expect(() => refuse(flags, 'mpaas')).toThrow(
      `${flag} is a flag of Huawei, but --vendor is "mpaas": nothing was sent; leave it out, or give --vendor huawei`,
    );
  });

  it.each([
    ['--app-id', { appId: 'ONEX570DA89211721' }],
    ['--access-key-file', { accessKeyFile: 'ak.json' }],
    ['--message-id', { messageId: '1' }],
    ['--task-id', { taskId: '1' }],
    ['--sent-at', { sentAt: '2026-11-23T02:00:00Z' }],
  ])('is refused the other way round: %s', (flag, flags) => {
    expect(() => refuse(flags, 'huawei')).toThrow(
      `${flag} is a flag of mPaaS, but --vendor is "huawei": nothing was sent; leave it out, or give --vendor mpaas`,
    );
  });

  it('is answered with what names a push there, where that is what it does', () => {
    expect(() => refuse({ notifyId: '0' }, 'mpaas')).toThrow(/; at mPaaS use --message-id or --task-id$/);
    expect(() => refuse({ taskId: '1' }, 'huawei')).toThrow(/; at Huawei use --notify-id$/);
    expect(() => refuse({ clientId: '1' }, 'mpaas')).toThrow(/give --vendor huawei$/);
  });

  it('is fine beside its own vendor, as are the flags of all', () => {
    expect(() => refuse({ clientId: '1', notifyId: '0', quota: '5' }, 'huawei')).not.toThrow();
    expect(() => refuse({ quota: '5', tokens: ['list.txt'] }, 'mpaas')).not.toThrow();
  });

  it('may be what somebody lacks who named no vendor: then the other one is named', () => {
    const hint = 'the message was sent with (for mPaaS give --vendor mpaas)';
    expect(() => readSelector({})).toThrow(hint);
    expect(() => readSelector({ vendor: 'huawei' })).toThrow(/the message was sent with$/);
  });
});
