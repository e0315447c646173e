import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { VERSION } from '../../src/version/version.ts';

const folder = await mkdtemp(join(tmpdir(), 'unpush-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The version that is found from another place, as from a bundle. */
async function versionFrom(place: string): Promise<unknown> {
  const directory = join(folder, place);
  await mkdir(directory, { recursive: true });
  const copy = join(directory, 'main.ts');
  await copyFile(new URL('../../src/version/version.ts', import.meta.url), copy);
  // The cast: it is the very same module
  return ((await import(pathToFileURL(copy).href)) as { readonly VERSION: unknown }).VERSION;
}

it('is that of package.json', async () => {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(manifest)).toMatchObject({ version: VERSION });
});

it('is unknown in a bundle, beside which lies no package.json, or the one of the application', async () => {
  expect(await versionFrom('bare/dist/bundle')).toBe('unknown');
  await writeFile(join(folder, 'package.json'), '{ "name": "shop", "version": "9.9.9" }');
  expect(await versionFrom('dist/bundle')).toBe('unknown');
});
