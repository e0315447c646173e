// `node scripts/measure/lists.ts [targets] [--gzip] [--no-dedupe]`: what a list costs in a real workerd.
// The figures of docs/gateway-limits.md come from here.
import { createRequire } from 'node:module';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { cpuOf, peakOf, runtimes } from './process-figures.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gzip: { type: 'boolean', default: false },
    'no-dedupe': { type: 'boolean', default: false },
  },
});
const COUNT = Number(positionals[0] ?? '1000000');
const PART_BYTES = 64 * 2 ** 20;
const LINES = 10_000;

/** Random targets of 112 characters; every hundredth is the one before it. */
function* lines(): Generator<Buffer> {
  let text: string[] = [];
  let last = '';
  for (let index = 0; index < COUNT; index++) {
    if (index % 100 !== 99) last = `IQAAAA${index.toString(36).padStart(8, '0')}${randomText()}`;
    text.push(last, '\n');
    if (text.length < 2 * LINES && index < COUNT - 1) continue;
    yield Buffer.from(text.join(''), 'latin1');
    text = [];
  }
}

let state = 88_172_645;
/** 98 characters of 6 bits each: xorshift, for speed. */
function randomText(): string {
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let text = '';
  for (let word = 0; word < 20; word++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    for (let at = 0; at < 5; at++) text += ALPHABET[(state >>> (6 * at)) & 63] ?? '';
  }
  return text.slice(0, 98);
}

/** The list in parts of some 64 MiB; the last one is called so. */
function* parts(): Generator<{ readonly body: Buffer; readonly isLast: boolean }> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  const whole = COUNT * 113;
  let sent = 0;
  for (const piece of lines()) {
    gathered.push(piece);
    bytes += piece.length;
    sent += piece.length;
    if (bytes < PART_BYTES && sent < whole) continue;
    yield { body: Buffer.concat(gathered), isLast: sent === whole };
    gathered = [];
    bytes = 0;
  }
}

// Miniflare and esbuild are what wrangler itself runs and bundles with
const ofWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));
/** As much of them as is used here. */
interface Tools {
  readonly Miniflare: new (options: object) => {
    readonly ready: Promise<URL>;
    dispose(): Promise<void>;
  };
  convertV4MiniflareOptions(options: object): object;
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}
// The casts: they have no types of their own here
const { Miniflare, convertV4MiniflareOptions } = ofWrangler('miniflare') as Pick<
  Tools,
  'Miniflare' | 'convertV4MiniflareOptions'
>;
const { build } = ofWrangler('esbuild') as Pick<Tools, 'build'>;

const bundle = await build({
  entryPoints: [fileURLToPath(new URL('worker/worker.ts', import.meta.url))],
  ...{
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    minify: true,
  },
  conditions: ['@unpush/source', 'workerd', 'worker', 'browser'],
  external: ['cloudflare:workers'],
});
const folder = await mkdtemp(join(tmpdir(), 'unpush-measure-'));
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    modules: true,
    script: bundle.outputFiles[0]?.text,
    compatibilityDate: '2026-11-01',
    durableObjects: { OBJECTS: { className: 'MeasuredObject', useSQLite: true } },
    resourcePersistencePath: folder,
  }),
);
try {
  const url = await miniflare.ready;
  const [pid] = await runtimes();
  if (pid === undefined) throw new Error('workerd does not run');
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
  for (const { body: plain, isLast } of parts()) {
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
  await miniflare.dispose();
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
