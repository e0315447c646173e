import { createEmulator } from '@unpush/emulator';
import { batchOf } from '@unpush/core';
import { createMemoryTokenCache, fetchSender } from '@unpush/transport';
import { env } from 'cloudflare:workers';
import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import type { GatewayApp } from '../../src/app/app.ts';
import { describeApp, openApp } from '../../src/app/open-app.ts';
import { storageTokenCache } from '../../src/app/storage-token-cache.ts';
import type { GatewayAppOptions } from '../../src/app/app-options.ts';

const emulator = createEmulator();
const send = fetchSender({ fetch: (url, init) => emulator.fetch(new Request(url, init)) });
const open = (options: GatewayAppOptions): GatewayApp =>
  openApp(options, {
    name: 'shop',
    send,
    tokenCache: createMemoryTokenCache(),
    warn: (message) => {
      throw new Error(message);
    },
  });

const huawei = async (): Promise<GatewayApp> => {
  const { clientId, serviceAccount } = await emulator.huawei.createApp();
  return open({ vendor: 'huawei', clientId, serviceAccount: JSON.stringify(serviceAccount) });
};
const mpaas = (): GatewayApp => {
  const { accessKey, ...app } = emulator.mpaas.createApp();
  return open({
    vendor: 'mpaas',
    ...app,
    accessKey: { get: () => Promise.resolve(JSON.stringify(accessKey)) },
  });
};

describe('an app of Huawei', () => {
  it('takes the numbers of a selector as text, as a query has them', async () => {
    const { parseSelector } = await huawei();
    expect(parseSelector({ notifyId: '3114932' })).toEqual({ notifyId: 3114932, pushType: 'notification' });
    expect(parseSelector({ notifyId: 7, pushType: '2' })).toEqual({ notifyId: 7, pushType: 'extension' });
  });

  it('names the field that is wrong', async () => {
    const { parseSelector } = await huawei();
    expect(() => parseSelector({ notifyId: 'seven' })).toThrow(/notifyId/);
    expect(() => parseSelector({})).toThrow(/notifyId/);
  });

  it('revokes at the vendor', async () => {
    const { clientId, serviceAccount } = await emulator.huawei.createApp();
    const app = open({ vendor: 'huawei', clientId, serviceAccount: JSON.stringify(serviceAccount) });
    const tokens = emulator.huawei.createDevices({ clientId, count: 3 });
    emulator.huawei.deliver({ clientId, notifyId: 5, title: 'Oops' });
    const revoker = await app.connect();
    const verdict = await revoker.attempt({ notifyId: 5, pushType: 'notification' }, batchOf(tokens));
    expect(verdict.advice).toBe('done');
    expect(emulator.huawei.revocations({ clientId, notifyId: 5 }).count).toBe(3);
  });

  it('has one revoker for as long as its secret is the same', async () => {
    const { clientId, serviceAccount } = await emulator.huawei.createApp();
    const other = await emulator.huawei.createApp();
    let secret = JSON.stringify(serviceAccount);
    const { connect } = open({
      vendor: 'huawei',
      clientId,
      serviceAccount: { get: () => Promise.resolve(secret) },
    });
    const first = await connect();
    expect(await connect()).toBe(first);
    secret = JSON.stringify(other.serviceAccount);
    expect(await connect()).not.toBe(first);
  });

  it('opens six connections at the most', async () => {
    const { clientId, serviceAccount } = await emulator.huawei.createApp();
    const text = JSON.stringify(serviceAccount);
    const app = open({ vendor: 'huawei', clientId, serviceAccount: text, concurrency: 100 });
    expect(app.concurrency).toBe(6);
  });
});

describe('an app of mPaaS', () => {
  it('has the task itself as the one target of a task', () => {
    const { onlyTarget, vendor, selectorFields } = mpaas();
    expect(vendor).toBe('mpaas');
    expect(selectorFields).toEqual(['messageId', 'taskId']);
    expect(onlyTarget({ taskId: 'T1' })).toBe('T1');
    expect(onlyTarget({ messageId: 'M1' })).toBeUndefined();
  });

  it('says which secret cannot be read', async () => {
    const { appId, workspaceId } = emulator.mpaas.createApp();
    const app = { appId, workspaceId };
    const broken = { get: () => Promise.reject(new Error('no such secret')) };
    await expect(open({ vendor: 'mpaas', ...app, accessKey: broken }).connect()).rejects.toThrow(
      /apps\.shop\.accessKey/,
    );
  });
});

it('describes an app without its credential', () => {
  const options = { vendor: 'mpaas', appId: 'ONEX1', workspaceId: 'default', accessKey: 'not read' } as const;
  expect(describeApp(options)).toEqual({
    vendor: 'mpaas',
    vendorApp: 'ONEX1/default',
    selectorFields: ['messageId', 'taskId'],
  });
});

it('keeps one token in the storage of an object: that of the key in use', async () => {
  const kept = await runInDurableObject(env.OBJECTS.getByName('tokens'), async (_object, { storage }) => {
    const token = { id: 'a.b.c', jwt: 'a.b.c', issuedAt: 1, expiresAt: 3601 };
    const cache = storageTokenCache(storage);
    await cache.set('old', token);
    await cache.set('new', token);
    return [await cache.get('old'), await cache.get('new')];
  });
  expect(kept).toEqual([undefined, { id: 'a.b.c', jwt: 'a.b.c', issuedAt: 1, expiresAt: 3601 }]);
});
