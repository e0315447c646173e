import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentOfPnpm, fetchPnpm, storeInUse } from '../../lib/package-manager.mjs';
import { npmWith, program, quietChildren, temporaryFolder } from './support.ts';

describe.skipIf(process.platform === 'win32')('fetchPnpm', () => {
  it('finds the pinned one on the search path that npm makes', async () => {
    using folder = temporaryFolder();
    const file = program(join(folder.path, '.bin', 'pnpm'), '#!/bin/sh\necho 12.21.0\n');
    const npm = npmWith({ 'pnpm@12.21.0': `${dirname(file)}:/usr/bin\n` });
    const options = { children: quietChildren(), npm, root: folder.path, env: {} };
    expect(await fetchPnpm({ ...options, pin: 'pnpm@12.21.0' })).toEqual({
      folder: dirname(file),
      version: '12.21.0',
    });
    expect(await fetchPnpm({ ...options, pin: 'pnpm@12.21.0+sha512.0a' })).toMatchObject({
      version: '12.21.0',
    });
  });

  it('refuses another version than the pinned one', async () => {
    using folder = temporaryFolder();
    const file = program(join(folder.path, 'pnpm'), '#!/bin/sh\necho 11.0.0\n');
    const npm = npmWith({ 'pnpm@12.21.0': dirname(file) });
    const found = await fetchPnpm({
      children: quietChildren(),
      npm,
      root: folder.path,
      env: {},
      pin: 'pnpm@12.21.0',
    });
    expect(found).toEqual({ problem: 'pnpm@12.21.0 is wanted, but what npm fetched answers:\n\n11.0.0\n' });
  });

  it('hands on what npm says when it cannot be fetched', async () => {
    const found = await fetchPnpm({
      children: quietChildren(),
      npm: npmWith({}),
      root: '.',
      env: {},
      pin: 'pnpm@12.21.0',
    });
    expect(found).toEqual({ problem: 'npm could not fetch pnpm@12.21.0:\n\n404 pnpm@12.21.0' });
  });
});

describe('storeInUse', () => {
  const cases = [
    ['none', undefined],
    ['ours', (modules: string) => `{\n  "storeDir": "${join(modules, '.pnpm-store', 'v11')}",\n}`],
    [
      'ours',
      (modules: string) => `storeDir: ${join(modules, '.pnpm-store', 'v11')}\nvirtualStoreDir: .pnpm\n`,
    ],
    ['elsewhere', () => '{\n  "storeDir": "/var/lib/pnpm/store/v11",\n}'],
  ] as const;

  it.each(cases)('is %s', (expected, write) => {
    using folder = temporaryFolder();
    if (write !== undefined) writeFileSync(join(folder.path, '.modules.yaml'), write(folder.path));
    expect(storeInUse(folder.path)).toBe(expected);
  });
});

describe('environmentOfPnpm', () => {
  const npm = {
    ...npmWith({}),
    config: () => Promise.resolve(new Map([['https-proxy', 'http://proxy.example']])),
  };

  it('keeps everything in a fresh clone, and fetches the way npm does', async () => {
    using folder = temporaryFolder();
    expect(await environmentOfPnpm({ npm, root: folder.path, env: { LANG: 'C' } })).toEqual({
      LANG: 'C',
      pnpm_config_https_proxy: 'http://proxy.example',
      pnpm_config_store_dir: join(folder.path, 'node_modules', '.pnpm-store'),
      pnpm_config_cache_dir: join(folder.path, 'node_modules', '.cache', 'pnpm'),
      pnpm_config_state_dir: join(folder.path, 'node_modules', '.cache', 'pnpm-state'),
      pnpm_config_confirm_modules_purge: 'false',
    });
  });

  it('leaves the store to who has installed with a store of their own', async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, 'node_modules'));
    writeFileSync(join(folder.path, 'node_modules', '.modules.yaml'), 'storeDir: /var/lib/pnpm/store/v11\n');
    const env = await environmentOfPnpm({ npm, root: folder.path, env: {} });
    expect(env).not.toHaveProperty('pnpm_config_store_dir');
  });
});
