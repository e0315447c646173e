import { describe, expect, it } from 'vitest';
import { checkDependencies } from '../../rules/dependencies.mjs';
import { packageWith } from './support.ts';

const cli = {
  ...packageWith({ dependencies: { zod: '^4.0.0', '@unpush/core': 'workspace:^' } }),
  folder: 'apps/cli',
};
const packages = [packageWith({ dependencies: { zod: '^4.0.0' } }), cli];

const table = (...rows: readonly string[]): string =>
  ['| dependency | used by | why |', '|---|---|---|', ...rows].join('\n');

describe('the runtime dependencies', () => {
  it('each have a row with their users', () => {
    expect(
      checkDependencies(packages, table('| `zod` | core, cli | types and checks in one place |')),
    ).toEqual([]);
    expect(checkDependencies(packages, table('| `zod` | core; in cli under `./node` | why |'))).toEqual([]);
  });

  it('are refused without one', () => {
    expect(checkDependencies(packages, table())).toEqual([
      'docs/decisions/runtime-dependencies.md: say why we depend on zod',
    ]);
  });

  it.each([
    ['| `zod` | core | why |', 'zod is used by cli, core, not by "core"'],
    ['| `zod` | core, cli, recall | why |', 'zod is used by cli, core, not by "core, cli, recall"'],
  ])('name all their users and no other: %s', (row, problem) => {
    expect(checkDependencies(packages, table(row))).toEqual([
      `docs/decisions/runtime-dependencies.md: ${problem}`,
    ]);
  });

  it('have no row once they are gone', () => {
    const rows = ['| `zod` | core, cli | why |', '| `jose` | transport | why |'];
    expect(checkDependencies(packages, table(...rows))).toEqual([
      'docs/decisions/runtime-dependencies.md: jose is used by nobody, not by "transport"',
    ]);
  });

  it('of private packages are nobody’s but ours', () => {
    const ours = packageWith({ private: true, dependencies: { vitest: '^5.0.0' } });
    expect(checkDependencies([ours], table())).toEqual([]);
  });
});
