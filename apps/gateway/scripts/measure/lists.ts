// `pnpm --filter gateway measure:lists [targets] [--gzip] [--no-dedupe]`: what a list costs in a real workerd.
// The figures of docs/gateway-limits.md come from here.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { cpuOf, peakOf } from './process-figures.ts';
import { partsOf } from './random-list.ts';
import { startWorkerd } from './workerd.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gzip: { type: 'boolean', default: false },
    'no-dedupe': { type: 'boolean', default: false },
  },
});
const COUNT = Number(positionals[0] ?? '1000000');

const folder = await mkdtemp(join(tmpdir(), 'unpush-measure-'));
try {
  await using workerd = await startWorkerd({
    entry: 'worker/lists.ts',
    folder,
    options: { durableObjects: { OBJECTS: { className: 'MeasuredObject', useSQLite: true } } },
  });
  const { url, pid } = workerd;
  const call = async (step: string, body?: Buffer): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await fetch(new URL(`/?step=${step}`, url), {
      method: 'POST',
      ...(body && { body: new Uint8Array(body) }),
    });
    if (!answer.ok) throw new Error(`${step}: ${String(answer.status)} ${await answer.text()}`);
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  };
  const show = async (name: string, work: () => Promise<object>): Promise<void> => {
    const cpu = await cpuOf(pid);
    const start = performance.now();
    const what = await work();
    const seconds = (performance.now() - start) / 1000;
    const used = (await cpuOf(pid)) - cpu;
    const peak = await peakOf(pid);
    print({ name, seconds: round(seconds), cpu: round(used), peakMiB: peak, ...what });
  };

  await show('begin', () => call(`begin${values['no-dedupe'] ? '' : '&dedupe'}`));
  let number = 0;
  const sums = {
    uploadSeconds: 0,
    uploadCpu: 0,
    mostCpuOfAPart: 0,
    rowsWritten: 0,
    sentBytes: 0,
  };
  for (const { body: plain, isLast } of partsOf(COUNT)) {
    const body = values.gzip ? gzipSync(plain, { level: 1 }) : plain;
    const cpu = await cpuOf(pid);
    const start = performance.now();
    const { rowsWritten } = await call(`append${isLast ? '&last' : ''}`, body);
    const used = (await cpuOf(pid)) - cpu;
    sums.uploadSeconds += (performance.now() - start) / 1000;
    sums.uploadCpu += used;
    sums.mostCpuOfAPart = Math.max(sums.mostCpuOfAPart, used);
    sums.rowsWritten += Number(rowsWritten);
    sums.sentBytes += body.length;
    number += 1;
  }
  print({
    name: 'upload',
    parts: number,
    ...sums,
    peakMiB: await peakOf(pid),
    disk: await sizeOf(folder),
  });
  await show('settle', () => call('settle'));
  print({ disk: await sizeOf(folder) });
  await show('read', () => call('read'));
  await show('remove', () => call('remove'));
} finally {
  await rm(folder, { recursive: true, force: true });
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}

async function sizeOf(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true });
  const sizes = await Promise.all(entries.map(async (entry) => await stat(join(path, entry))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
