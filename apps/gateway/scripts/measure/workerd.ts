import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runtimes } from './process-figures.ts';

// Miniflare and esbuild are what wrangler itself runs and bundles with
const ofWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));
/** As much of them as is used here. */
interface Tools {
  readonly Miniflare: new (options: object) => {
    readonly ready: Promise<URL>;
    unsafeGetDirectURL(): Promise<URL>;
    getInspectorURL(): Promise<URL>;
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

/** What is run. */
export interface ToRun {
  /** The file of the Worker, below this folder. */
  readonly entry: string;
  /** Where objects lie. */
  readonly folder: string;
  /** Further options of Miniflare: bindings and objects. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A Worker in a workerd of its own, without anything of wrangler's before it. */
export interface RunningWorkerd extends AsyncDisposable {
  readonly url: URL;
  /** Where V8's inspector listens. */
  readonly inspector: URL;
  readonly pid: number;
}

/** Bundles a Worker as wrangler does, and runs it. */
export async function startWorkerd({ entry, folder, options }: ToRun): Promise<RunningWorkerd> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    ...{ bundle: true, write: false, format: 'esm', target: 'es2024', minify: true },
    conditions: ['@unpush/source', 'workerd', 'worker', 'browser'],
    external: ['cloudflare:workers'],
  });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: bundle.outputFiles[0]?.text,
      compatibilityDate: '2026-11-01',
      resourcePersistencePath: folder,
      inspectorPort: 0,
      unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      ...options,
    }),
  );
  await miniflare.ready;
  const [pid] = await runtimes();
  if (pid === undefined) throw new Error('workerd does not run');
  return {
    url: await miniflare.unsafeGetDirectURL(),
    inspector: await miniflare.getInspectorURL(),
    pid,
    [Symbol.asyncDispose]: () => miniflare.dispose(),
  };
}
