import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator } from '@unpush/emulator';
import { type RunningEmulator, startEmulator } from '@unpush/emulator/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BACKOFF_6, PLAIN_LOOP, READY_BODIES } from '../src/run/contestant.ts';
import { tokenFile } from '../src/run/token-file.ts';
import { countedBy } from '../src/vendor/counter.ts';

const NOTIFY_ID = 3114932;

let folder: string;
let running: RunningEmulator;
let clientId: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpush-bench-test-'));
  running = await startEmulator({
    tls: true,
    emulator: createEmulator({ huawei: { unknownTokens: 'accept' } }),
  });
  const app = await running.emulator.huawei.createApp();
  clientId = app.clientId;
  await writeFile(join(folder, 'service-account.json'), JSON.stringify(app.serviceAccount));
  await writeFile(join(folder, 'ca.pem'), running.caPem ?? '');
});
afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const job = async (targets: number) => ({
  vendor: {
    url: running.url,
    clientId,
    serviceAccount: join(folder, 'service-account.json'),
    ca: join(folder, 'ca.pem'),
  },
  notifyId: NOTIFY_ID,
  tokens: await tokenFile(folder, targets),
  targets,
  folder,
});
const statuses = () => running.emulator.requests.list().map(({ status }) => status);

describe.each([PLAIN_LOOP, BACKOFF_6])('the rival "$name"', (rival) => {
  it('revokes every token once, whatever is refused on the way, and is measured', async () => {
    running.emulator.faults.set([{ times: 2, action: { type: 'status', status: 503 } }]);
    const { accepted, cpuSeconds, peakBytes, wallSeconds } = await rival.run(await job(2500));
    expect(accepted).toBe(2500);
    expect(statuses().toSorted()).toEqual([200, 200, 200, 503, 503]);
    const revocations = running.emulator.huawei.revocations({ clientId, notifyId: NOTIFY_ID });
    expect(revocations.count).toBe(2500);
    expect([...revocations.entries()].filter(([, times]) => times !== 1)).toEqual([]);
    expect([cpuSeconds > 0, peakBytes > 1e6, wallSeconds > 0]).toEqual([true, true, true]);
  });

  it('gives up on an answer that no repetition can mend', async () => {
    running.emulator.faults.set([{ action: { type: 'code', code: '80300032' } }]);
    await expect(rival.run(await job(10))).rejects.toThrow('80300032');
  });
});

describe('the floor', () => {
  it('sends as many bodies as there are batches, from a few that lie ready', async () => {
    expect((await READY_BODIES.run(await job(12_000))).accepted).toBe(12_000);
    expect(statuses()).toEqual(Array<number>(12).fill(200));
  });
});

describe('a counted vendor', () => {
  it('counts requests and refusals, and tells of the first', async () => {
    let firsts = 0;
    const counted = countedBy(running.emulator, { onFirst: () => (firsts += 1) });
    running.emulator.faults.set([{ times: 1, action: { type: 'status', status: 503 } }]);
    const ask = () =>
      counted.emulator.exchange(
        new Request(`https://vendor.test/v1/${clientId}/messages:revoke`, { method: 'POST', body: '{}' }),
      );
    await ask();
    await ask();
    expect(counted.figures()).toMatchObject({ requests: 2, refused: 1 });
    expect(firsts).toBe(1);
  });
});
