import { describe, expect, it } from 'vitest';
import { checkChangeset, checkChangesetConfig } from '../../rules/changesets.mjs';
import { packageWith } from './support.ts';

const packages = [packageWith({}), packageWith({ name: '@unpush/testing', private: true })];
const PROSE = 'Retry-After may now be a date too, as RFC 9110 allows. There is nothing to change for you.';

const check = (text: string): readonly string[] => checkChangeset('.changeset/a.md', text, packages);

describe('a changeset', () => {
  it.each([["'@unpush/core': minor"], ['"@unpush/core": patch']])('is good with %s and prose', (line) => {
    expect(check(`---\n${line}\n---\n\n${PROSE}\n`)).toEqual([]);
  });

  it.each([
    [`'@unpush/cor': minor`, 'there is no package "@unpush/cor"'],
    [`'@unpush/testing': minor`, '"@unpush/testing" is private and has no releases'],
    [`'@unpush/core': big`, `"'@unpush/core': big" must be 'name': major, minor or patch`],
    ['', 'names no package'],
  ])('is refused with %s', (line, problem) => {
    expect(check(`---\n${line}\n---\n\n${PROSE}\n`)).toEqual([`.changeset/a.md: ${problem}`]);
  });

  it('is refused without prose, or without packages', () => {
    expect(check("---\n'@unpush/core': minor\n---\n\nfix bug\n")).toEqual([
      '.changeset/a.md: say in prose what changes for users, why, and how to move (.changeset/README.md)',
    ]);
    expect(check(PROSE)).toEqual(['.changeset/a.md: must begin with the packages between two lines ---']);
  });
});

describe('the config of changesets', () => {
  const good = { fixed: [], linked: [], ignore: [], access: 'public', commit: false, baseBranch: 'main' };

  it('versions every package alone', () => {
    expect(checkChangesetConfig(good)).toEqual([]);
    expect(checkChangesetConfig({ ...good, linked: [['@unpush/*']] })).toEqual([
      '.changeset/config.json: "linked" must be []',
    ]);
    expect(checkChangesetConfig({ ...good, access: 'restricted' })).toEqual([
      '.changeset/config.json: "access" must be "public"',
    ]);
  });
});
