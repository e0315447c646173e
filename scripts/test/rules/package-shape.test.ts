import { describe, expect, it } from 'vitest';
import { checkShape } from '../../rules/package-shape.mjs';
import { goodManifest, packageWith, packageWithout } from './support.ts';

const node = { node: '>=22.19' };

describe('the shape of a package', () => {
  it('finds nothing wrong with a good one', () => {
    expect(checkShape(packageWith({}), node)).toEqual([]);
  });

  it.each([
    ['type', '"type" must be "module": we publish ESM only'],
    ['license', '"license" must be "Apache-2.0"'],
    ['description', '"description" must be a sentence'],
    ['repository', '"repository.directory" must be "packages/core"'],
    ['homepage', '"homepage" is missing'],
    ['bugs', '"bugs" is missing'],
    ['keywords', '"keywords" must help people find it: at least 3'],
    ['engines', '"engines.node" must be ">=22.19", the least that what we publish runs on'],
    ['version', '"version" must be its own, as changesets left it'],
    ['files', '"files" must list "README.md"'],
    ['publishConfig', '"publishConfig.access" must be "public"'],
    ['sideEffects', '"sideEffects" must be false, so that bundlers can drop parts'],
    ['scripts', '"scripts" must have "lint": turbo runs it'],
    ['exports', '"exports" is missing: what it does not name is not promised'],
  ] as const)('asks for %s', (field, problem) => {
    expect(checkShape(packageWithout(field), node)).toContain(problem);
  });

  it.each([
    [{ type: 'commonjs' }, '"type" must be "module": we publish ESM only'],
    [
      { engines: { node: '>=18' } },
      '"engines.node" must be ">=22.19", the least that what we publish runs on',
    ],
    [{ description: 'todo' }, '"description" must be a sentence'],
    [
      { dependencies: { '@unpush/transport': '^0.1.0' } },
      '"@unpush/transport" must be "workspace:^", so that packages are versioned alone',
    ],
    [
      { devDependencies: { '@unpush/testing': 'workspace:*' } },
      '"@unpush/testing" must be "workspace:^", so that packages are versioned alone',
    ],
  ])('refuses %j', (changes, problem) => {
    expect(checkShape(packageWith(changes), node)).toEqual([problem]);
  });

  it.each([
    [{ '.': goodManifest.exports!['.']! }, '"exports" must have "./package.json": tools read it'],
    [
      { './a': { default: './dist/a.js', types: './dist/a.d.ts' }, './package.json': './package.json' },
      '"exports" of "./a" must have the conditions @unpush/source, types, default, in this order',
    ],
    [{ './*': './dist/*.js', './package.json': './package.json' }, '"exports" must name "./*" without a *'],
  ])('looks at each subpath: %j', (exports, problem) => {
    expect(checkShape(packageWith({ exports }), node)).toEqual([problem]);
  });

  it('asks less of a private one', () => {
    const { folder, manifest } = packageWithout(
      'version',
      'exports',
      'files',
      'publishConfig',
      'keywords',
      'engines',
    );
    expect(checkShape({ folder, manifest: { ...manifest, private: true } }, node)).toEqual([]);
  });
});
