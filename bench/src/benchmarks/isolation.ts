import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { informationBound } from '../figures/information-bound.ts';
import { seeded, strewn } from '../figures/seeded.ts';
import { spreadOf, written } from '../figures/spread.ts';
import type { Section } from '../report/section.ts';
import { recall } from '../run/recall.ts';
import type { Setting } from '../run/setting.ts';
import { startVendor } from '../vendor/vendor.ts';
import { DEVICES_FILE, NO_LIMIT, OTHER_DEVICES_FILE, type VendorAddress } from '../vendor/vendor-settings.ts';

const BATCH = 1000;
const BAD = [1, 3, 10, 50];
const MOST = 2;

/** (d) How many requests it takes to find the bad tokens of a batch. */
export async function measureIsolation(setting: Setting): Promise<Section> {
  const { quick, rounds = quick ? 3 : 15, say } = setting;
  const folder = await mkdtemp(join(setting.folder, 'isolation-'));
  await using vendor = await startVendor({
    ...NO_LIMIT,
    folder,
    devices: BATCH,
    otherDevices: Math.max(...BAD),
  });
  const own = await linesOf(join(folder, DEVICES_FILE));
  const others = await linesOf(join(folder, OTHER_DEVICES_FILE));
  const found: { readonly bad: number; readonly bound: number; readonly requests: readonly number[] }[] = [];
  for (const bad of BAD) {
    say(`  ${bad} bad of ${BATCH}, ${rounds} times`);
    const requests: number[] = [];
    for (let seed = 1; seed <= rounds; seed += 1) {
      const random = seeded(1000 * bad + seed);
      const tokens = strewn(others.slice(0, bad), own.slice(0, BATCH - bad), random);
      const order = { vendor: vendor.address, notifyId: 1000 * bad + seed, tokens, bad };
      requests.push(await isolate(order, setting));
    }
    found.push({ bad, bound: informationBound(BATCH, bad), requests });
  }
  await vendor.stop();
  return {
    title: '(d) Requests to isolate the bad tokens of a batch',
    about: `One batch of ${BATCH} tokens, k of them of another app (80300017), at random places, ${rounds} times each; no canary. Counted is every request that was sent, the first and whole batch included; flow control and repetitions, of which there are none, would not count. The bound is log2 C(${BATCH}, k), what the answers yes and no must carry at least on average.`,
    tables: [
      {
        columns: ['k', 'bound', 'requests', 'median × bound', 'worst × bound'],
        rows: found.map(({ bad, bound, requests }) => [
          String(bad),
          bound.toFixed(1),
          written(requests, 0),
          (spreadOf(requests).median / bound).toFixed(2),
          (spreadOf(requests).most / bound).toFixed(2),
        ]),
      },
    ],
    goals: found.map(({ bad, bound, requests }) => ({
      what: `requests for k = ${bad}`,
      rival: `the bound, ${bound.toFixed(1)}`,
      goal: `≤ ${MOST} ×`,
      measured: `${written(requests.map((count) => count / bound))} ×`,
      isMet: spreadOf(requests).median <= MOST * bound,
    })),
  };
}

interface Batch {
  readonly vendor: VendorAddress;
  readonly notifyId: number;
  readonly tokens: readonly string[];
  readonly bad: number;
}

async function isolate({ vendor, notifyId, tokens, bad }: Batch, setting: Setting): Promise<number> {
  const folder = await mkdtemp(join(setting.folder, 'batch-'));
  try {
    const path = join(folder, 'batch.txt');
    await writeFile(path, `${tokens.join('\n')}\n`);
    const order = { vendor, notifyId, tokens: path, folder, flags: ['--canary', '0'] };
    const { targets, requests } = (await recall(order, setting)).summary;
    if (targets.rejected !== bad || targets.accepted !== tokens.length - bad) {
      throw new Error(`of ${bad} bad tokens ${targets.rejected} were found, ${targets.accepted} accepted`);
    }
    return requests.sent - requests.retried - requests.throttled;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function linesOf(path: string): Promise<readonly string[]> {
  return (await readFile(path, 'utf8')).trimEnd().split('\n');
}
