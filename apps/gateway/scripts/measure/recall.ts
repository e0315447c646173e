// `node --conditions=@unpush/source scripts/measure/recall.ts [targets] [batch size]`: what sending costs, through the whole gateway.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setScene } from '../local/scene.ts';
import { freePort } from '../local/port.ts';
import { startWrangler } from '../local/wrangler.ts';
import { cpuOf, peakOf, runtimes } from './process-figures.ts';

const [targets = 100_000, batchSize = 1000] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'unpush-measure-'));

/** As much of a recall as is looked at. */
interface Standing {
  readonly recallId: string;
  readonly state: string;
  readonly targets: { readonly accepted: number };
}

try {
  const scene = await setScene({ phones: targets, app: { quota: 100_000_000 } });
  await using running = scene.running;
  running.emulator.huawei.setQuota(scene.clientId, { devicesPerSecond: 100_000_000 });
  await using gateway = await startWrangler({
    ...{ folder, vars: scene.vars, port: await freePort() },
    ...(running.caPem === undefined ? {} : { caPem: running.caPem }),
  });
  const call = async (path: string, init: RequestInit = {}): Promise<Standing> => {
    const headers = { Authorization: `Bearer ${scene.key}`, 'Content-Type': 'text/plain' };
    const answer = await fetch(`${gateway.url}/v1/apps/shop${path}`, { headers, ...init });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`);
    return (await answer.json()) as Standing; // The contract says so
  };
  const pids = await runtimes();
  const cpu = async (): Promise<number> =>
    (await Promise.all(pids.map(cpuOf))).reduce((sum, one) => sum + one, 0);

  const before = await cpu();
  const query = `notifyId=${String(scene.notifyId)}&pushType=notification&batchSize=${String(batchSize)}&canary=0`;
  const body = `${scene.tokens.join('\n')}\n`;
  const { recallId } = await call(`/recalls?${query}`, { method: 'POST', body });
  const taken = await cpu();
  const start = performance.now();
  let standing = await call(`/recalls/${recallId}`);
  let reads = 1;
  while (standing.state !== 'finished') {
    if (standing.state === 'stopped') throw new Error(`it has stopped: ${JSON.stringify(standing)}`);
    await wait(500);
    standing = await call(`/recalls/${recallId}`);
    reads += 1;
  }
  const seconds = (performance.now() - start) / 1000;
  const sent = await cpu();
  for (let read = 0; read < 200; read++) await call(`/recalls/${recallId}`);
  const read = await cpu();
  const requests = Math.ceil(targets / batchSize);
  process.stdout.write(
    `${JSON.stringify({
      ...{ targets, batchSize, requests, seconds, reads, accepted: standing.targets.accepted },
      uploadCpu: taken - before,
      sendingCpu: sent - taken,
      msPerBatch: (1000 * (sent - taken)) / requests,
      msPerReadOfARecall: (1000 * (read - sent)) / 200,
      peakMiB: await Promise.all(pids.map(peakOf)),
    })}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
