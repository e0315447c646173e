import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorker } from './support/build.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const MOST_BYTES = 100 * 1024;

interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly entryPoint?: string;
        readonly imports: readonly { readonly path: string }[];
        readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
      }
    >
  >;
}

describe('the Worker as it is deployed', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    await buildWorker(folder.path);
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  it('weighs at most 100 KB, gzipped', async () => {
    const bundle = await readFile(join(folder.path, 'worker.js'));
    // As wrangler tells it
    const { byteLength } = gzipSync(bundle);
    const figure = `${(byteLength / 1024).toFixed(1)} KB gzipped, ${(bundle.byteLength / 1024).toFixed(1)} KB plain`;
    expect(byteLength, figure).toBeLessThanOrEqual(MOST_BYTES);
  });

  const entryOf = async (): Promise<Metafile['outputs'][string] | undefined> => {
    const text = await readFile(join(folder.path, 'bundle-meta.json'), 'utf8');
    // As esbuild documents it
    const { outputs } = JSON.parse(text) as Metafile;
    return Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined);
  };

  it.each([
    ['the whole of zod', /zod\/v4\/(classic|locales)\//],
    ['the API of OpenTelemetry', /@opentelemetry\//],
    ['the texts of the catalogs', /core\/dist\/.*locales\//],
  ])('carries nothing of %s', async (_what, path) => {
    const carried = Object.entries((await entryOf())?.inputs ?? {}).filter(
      ([, { bytesInOutput }]) => bytesInOutput > 0,
    );
    expect(carried.map(([file]) => file)).toContainEqual(expect.stringMatching(/packages\/worker\//));
    expect(carried.map(([file]) => file).filter((file) => path.test(file))).toEqual([]);
  });

  it('asks for nothing of Node', async () => {
    const entry = await entryOf();
    expect(entry?.imports.map(({ path }) => path)).toEqual(['cloudflare:workers']);
    expect(await readFile(join(folder.path, 'worker.js'), 'utf8')).not.toMatch(/["'`]node:[a-z]/);
  });
});
