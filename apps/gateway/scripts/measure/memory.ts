// `pnpm --filter gateway measure:memory [targets] [live|all] [huawei|mpaas]`: what the isolate holds in each step of a
// recall, what is in use (live) or garbage and all. The figures of docs/gateway-limits.md come from here.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watchHeap, type HeapPeak } from './heap.ts';
import { begin, goOn, selectorOf, startGateway, type MeasuredGateway } from './measured-gateway.ts';
import { peakOf } from './process-figures.ts';
import { partsOf } from './random-list.ts';

const [count = '1000000', how = 'live', vendor = 'huawei'] = process.argv.slice(2);
if (how !== 'live' && how !== 'all') throw new Error(`${how}: say live or all`);
if (vendor !== 'huawei' && vendor !== 'mpaas') throw new Error(`${vendor}: say huawei or mpaas`);

/** Reads a body piece by piece, and takes its time between them for so long as it is told. */
async function read({ open }: MeasuredGateway, path: string, slowSeconds: number): Promise<number> {
  const { body } = await open(path);
  if (body === null) throw new Error(`${path} has no body`);
  const end = performance.now() + 1000 * slowSeconds;
  let bytes = 0;
  // The cast: a body is of bytes
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes += value.length;
    if (slowSeconds === 0) continue;
    if (performance.now() > end) {
      await reader.cancel();
      return bytes;
    }
    await wait(100);
  }
}

const shown = (value: number): string => value.toFixed(1);

// Read by Miniflare: lets the measured Worker collect garbage
process.env['MINIFLARE_WORKERD_V8_FLAGS'] ??= '--expose-gc';
const folder = await mkdtemp(join(tmpdir(), 'unpush-measure-'));
try {
  await using gateway = await startGateway({ vendor, folder, requestsPerAlarm: 1000 });
  const { pid, inspector } = gateway.workerd;
  const { call, alarm } = gateway;
  await gateway.call('/recalls');
  using heap = await watchHeap(inspector, gateway.collect);
  const step = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    let told: unknown;
    const peak: HeapPeak = await heap.during(async () => (told = await work()), how);
    const seconds = (performance.now() - start) / 1000;
    const cells = [name, shown(peak.heap), shown(peak.buffers), shown(peak.both), String(peak.looks)];
    cells.push(shown(seconds), String(await peakOf(pid)), typeof told === 'number' ? String(told) : '');
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  };
  process.stdout.write(
    `| ${how} | heap MiB | buffers MiB | both | looks | seconds | peak of the process | bytes |\n`,
  );
  process.stdout.write('|---|---|---|---|---|---|---|---|\n');
  await step('idle', () => wait(500));
  let recallId = '';
  await step('upload in parts of 64 MiB', async () => {
    for (const part of partsOf(Number(count))) {
      const whole = { ...part, isLast: false };
      if (recallId === '') recallId = await begin(gateway, `${selectorOf(vendor)}&canary=0`, whole);
      else await goOn(gateway, recallId, whole);
    }
  });
  await step('settling', () => goOn(gateway, recallId, { body: Buffer.alloc(0), isLast: true }));
  await step('an alarm', alarm);
  await step('a second one', alarm);
  await step('the rest of them', async () => {
    for (;;) {
      await alarm();
      const { text } = await call(`/recalls/${recallId}`);
      const { state } = JSON.parse(text()) as { readonly state: string }; // The contract says so
      if (state === 'finished') return;
      if (state === 'stopped') throw new Error(`it has stopped: ${text()}`);
    }
  });
  const base = `/recalls/${recallId}`;
  await step('report of all', () => read(gateway, `${base}/report?all=true`, 0));
  await step('report of all, a slow reader', () => read(gateway, `${base}/report?all=true`, 10));
  await step('report without those accepted', () => read(gateway, `${base}/report`, 0));
  await step('evidence', () => read(gateway, `${base}/evidence`, 0));
  await step('evidence, a slow reader', () => read(gateway, `${base}/evidence`, 10));
  await step('deleting the targets', () => call(base, { method: 'DELETE' }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
