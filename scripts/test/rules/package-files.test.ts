import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../rules/package-files.mjs';
import { packageWith } from './support.ts';

const FILES = [
  'packages/core/README.md',
  'packages/core/CHANGELOG.md',
  'packages/core/tsconfig.json',
  'packages/core/tsconfig.build.json',
  'packages/core/src/index.ts',
  'packages/core/test/index.test.ts',
];

describe('the files of a package', () => {
  it('are all there', () => {
    expect(checkFiles(packageWith({}), FILES)).toEqual([]);
  });

  it.each([
    ['packages/core/README.md', 'README.md is missing'],
    ['packages/core/CHANGELOG.md', 'CHANGELOG.md is missing'],
    ['packages/core/tsconfig.json', 'tsconfig.json is missing'],
    ['packages/core/test/index.test.ts', 'test/ is empty'],
  ])('without %s', (file, problem) => {
    expect(
      checkFiles(
        packageWith({}),
        FILES.filter((other) => other !== file),
      ),
    ).toEqual([problem]);
  });

  it('are fewer in a private package, which has no releases', () => {
    const kept = FILES.filter((file) => !/CHANGELOG|build|test\//.test(file));
    expect(checkFiles(packageWith({ private: true }), kept)).toEqual([]);
    expect(checkFiles(packageWith({ private: true }), [])).toEqual([
      'tsconfig.json is missing',
      'README.md is missing',
      'src/ is empty',
    ]);
  });

  it('of a neighbour do not count', () => {
    const neighbours = FILES.map((file) => file.replace('packages/core/', 'packages/core-two/'));
    expect(checkFiles(packageWith({}), neighbours)).toHaveLength(6);
  });
});
