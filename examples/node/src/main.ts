import { startEmulator } from '@unpush/emulator/node';
import { recallByHuawei } from './recall-by-huawei.ts';
import { recallByMpaas } from './recall-by-mpaas.ts';

// The vendors are played by an emulator, so that this runs without an account
await using vendor = await startEmulator({ tls: true });
const { huawei, mpaas } = vendor.emulator;
const place = { endpoint: vendor.url, ...(vendor.caPem !== undefined && { ca: vendor.caPem }) };

const { clientId, serviceAccount } = await huawei.createApp();
const tokens = huawei.createDevices({ clientId, count: 2500 });
huawei.deliver({ clientId, notifyId: 7, title: 'Wrong' });

const { appId, workspaceId, accessKey } = mpaas.createApp();
const devices = mpaas.createDevices({ appId, workspaceId, count: 250 });
mpaas.deliver({ appId, workspaceId, messageId: 'order-4711', title: 'Wrong' });

const byHuawei = await recallByHuawei({
  ...place,
  serviceAccount,
  clientId,
  notifyId: 7,
  tokens: [...tokens, 'a-token-that-nobody-has'],
});
const byMpaas = await recallByMpaas({
  ...place,
  accessKey,
  appId,
  workspaceId,
  messageId: 'order-4711',
  targets: [...devices, 'a-device-that-nobody-has'],
});

for (const { summary, left } of [byHuawei, byMpaas]) {
  process.stdout.write(`${JSON.stringify(summary, null, 2)}\n${left.length} left\n`);
}
