import { describe, expect, it } from 'vitest';
import { restoreConnection } from '../../src/commands/recalls/resume/restore-connection.ts';
import { changeSettings, type KeptRecall } from '../../src/ledger/kept-recall.ts';
import { processTerminal } from '../../src/terminal/terminal.ts';
import { HUAWEI_DOOR } from '../../src/vendors/huawei/door.ts';

const facts = {
  recallId: 'r-1',
  vendor: 'huawei',
  app: '104012345',
  selector: { notifyId: 7 },
  endpoint: 'https://push-api.cloud.huawei.com',
  input: { files: [], dedupe: true, totals: { read: 0, malformed: 0, duplicate: 0 } },
  versions: {},
  createdAt: 0,
};
const kept: KeptRecall = {
  format: 1,
  settings: { clientId: '104012345' },
  files: [],
  giveUpAfterMs: 1,
  keepGoing: false,
  outputs: {},
};
const terminal = { ...processTerminal(), env: {} };
const doors = { door: HUAWEI_DOOR, room: await HUAWEI_DOOR.connection() };
const restore = (changed: Partial<KeptRecall>) =>
  restoreConnection({ facts, kept: { ...kept, ...changed }, foundBy: undefined, ...doors }, terminal, {});

describe('what a recall goes on with', () => {
  it('is the app and the endpoint that were confirmed', () => {
    expect(restore({}).settings.clientId?.value).toBe('104012345');
    expect(() => restore({ settings: { clientId: '999' } })).toThrow(
      'the client id of recall r-1 was confirmed as 104012345, but its settings say 999: nothing was sent',
    );
    expect(() => restore({ settings: { ...kept.settings, endpoint: 'https://push.example' } })).toThrow(
      'the endpoint of recall r-1 was confirmed as https://push-api.cloud.huawei.com, but its settings say https://push.example',
    );
  });

  it('is a key by a flag, where this shell has not the variable that held it', async () => {
    const { settings } = restore({ settings: { ...kept.settings, serviceAccountVariable: 'SHOP_SA' } });
    await expect(doors.room.openApp(settings, {})).rejects.toThrow(
      'serviceAccountVariable of recall r-1 names the variable SHOP_SA, but that is not set: put the service-account JSON into it, or give --service-account FILE',
    );
  });

  it('needs no proxy again once it goes through one that can be kept', () => {
    const proxy = { value: 'http://proxy.example:3128', from: 'flag', place: '--proxy' } as const;
    const changed = changeSettings({ ...kept, withoutProxy: true }, { proxy });
    expect(changed).toMatchObject({ settings: { proxy: 'http://proxy.example:3128' } });
    expect(changed).not.toHaveProperty('withoutProxy');
  });
});
