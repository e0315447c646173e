import { startEmulator } from '@unpush/emulator/node';
import { recallAll } from './recall-all.ts';

// The vendor is played by an emulator, so that this runs without an account
await using vendor = await startEmulator({ tls: true });
const { huawei } = vendor.emulator;
const { clientId, serviceAccount } = await huawei.createApp();
const tokens = huawei.createDevices({ clientId, count: 2500 });
huawei.deliver({ clientId, notifyId: 7, title: 'Wrong' });

const { summary, left } = await recallAll({
  serviceAccount,
  clientId,
  notifyId: 7,
  tokens: [...tokens, 'a-token-that-nobody-has'],
  endpoint: vendor.url,
  ...(vendor.caPem !== undefined && { ca: vendor.caPem }),
});
process.stdout.write(`${JSON.stringify(summary, null, 2)}\n${left.length} left\n`);
