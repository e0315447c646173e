import { describe, expect, it } from 'vitest';
import { checkTraces } from '../../rules/traces.mjs';

// Put together here, so that this page does not break the rule it tests.
const path = (...names: readonly string[]): string => ['', ...names].join('/');
const host = ['registry', 'npmjs', 'org'].join('.');

describe('traces of a machine', () => {
  it.each([
    [`const key = '${path('home', 'ann', 'sa.json')}';`, path('home', 'ann')],
    [`see ${path('Users', 'ann')}`, path('Users', 'ann')],
    [`"${path('tmp', 'tokens.txt')}"`, path('tmp', 'tokens.txt')],
    [`cd ${path('root', 'project')}`, path('root', 'project')],
    [`(${path('var', 'folders', 'x1')})`, path('var', 'folders', 'x1')],
    [['C:', 'Users', 'ann'].join('\\'), ['C:', 'Users', 'ann'].join('\\')],
    [`npm install --registry https://${host}/`, host],
    [['registry', ' = https://packages.example'].join(''), ['registry', ' = https://'].join('')],
  ])('%s', (line, found) => {
    expect(checkTraces('a.ts', `first\n${line}\n`)).toEqual([
      `a.ts:2: "${found}": no machine paths and no registries here: they are true for one machine only`,
    ]);
  });

  it.each([
    [`https://example.com${path('home', 'page')}`],
    [`./docs${path('work', 'flow')}`],
    ['/etc/unpush/sa.json'],
    ['$XDG_STATE_HOME/unpush'],
    ['the work/life balance'],
    ["import { tmpdir } from 'node:os';"],
  ])('are not seen in %s', (line) => {
    expect(checkTraces('a.ts', line)).toEqual([]);
  });
});

describe('the lockfile', () => {
  it.each([
    [`    resolution: {tarball: https://${host}/zod/-/zod-4.6.7.tgz}`, 'tarball:'],
    [`      url: https://packages.example/zod.tgz}`, 'https://packages.example/zod.tgz}'],
  ])('does not say where packages come from: %s', (line, found) => {
    expect(checkTraces('pnpm-lock.yaml', line)).toEqual([
      `pnpm-lock.yaml:1: "${found}": the lockfile must not say where packages come from`,
    ]);
  });

  it('says what they are', () => {
    const line = '    resolution: {integrity: sha512-OQ/home/n+8C3W/work/xT=='; // a hash may spell anything
    expect(checkTraces('pnpm-lock.yaml', line)).toEqual([]);
  });
});
