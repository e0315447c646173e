import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROBLEM_STATUS } from '../../src/problems/problem-kind.ts';

it('says in docs/problems.md what each kind of problem is, with its status', () => {
  const page = readFileSync(new URL('../../../../docs/problems.md', import.meta.url), 'utf8');
  const said = [...page.matchAll(/^### ([\w-]+)\n\n(\d{3}) /gm)].map(([, kind, status]) => [
    kind,
    Number(status),
  ]);
  expect(said).toEqual(Object.entries(PROBLEM_STATUS));
});
