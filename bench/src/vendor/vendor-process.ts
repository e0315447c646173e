// The vendor's process: the emulator over TLS, as the settings in the first argument say.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmulator } from '@unpush/emulator';
import { startEmulator } from '@unpush/emulator/node';
import { countedBy } from './counter.ts';
import { startSchedule } from './schedule.ts';
import { DEVICES_FILE, OTHER_DEVICES_FILE, type VendorSettings } from './vendor-settings.ts';

const settings = JSON.parse(process.argv[2] ?? '') as VendorSettings; // written by vendor.ts
const { folder, latencyMs } = settings;

const emulator = createEmulator({
  huawei: { unknownTokens: 'accept' },
  keepRequests: 1,
  rememberStrangers: false,
});
const { clientId, projectId, serviceAccount } = await emulator.huawei.createApp();
if (latencyMs > 0) emulator.faults.add({ action: { type: 'latency', ms: latencyMs } });
writeDevices(DEVICES_FILE, clientId, settings.devices);
if (settings.otherDevices > 0) {
  const other = await emulator.huawei.createApp({ projectId });
  writeDevices(OTHER_DEVICES_FILE, other.clientId, settings.otherDevices);
}

const [first] = settings.quota;
if (first !== undefined) setQuota(first.devicesPerSecond);
const counted = countedBy(emulator, { onFirst: () => startSchedule(settings.quota.slice(1), setQuota) });
const running = await startEmulator({ tls: true, emulator: counted.emulator });

const files = { serviceAccount: join(folder, 'service-account.json'), ca: join(folder, 'ca.pem') };
writeFileSync(files.serviceAccount, JSON.stringify(serviceAccount), { mode: 0o600 });
writeFileSync(files.ca, running.caPem ?? '');

process.once('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ ...counted.figures(), cpuSeconds: (user + system) / 1e6 }, () => process.disconnect());
});
// Told to stop, or the parent is gone
process.once('disconnect', () => void running.close());
process.send?.({ url: running.url, clientId, ...files });

function setQuota(devicesPerSecond: number): void {
  emulator.huawei.setQuota(clientId, { devicesPerSecond, model: settings.model });
}

function writeDevices(name: string, app: string, count: number): void {
  const tokens = emulator.huawei.createDevices({ clientId: app, count });
  writeFileSync(join(folder, name), tokens.map((token) => `${token}\n`).join(''));
}
