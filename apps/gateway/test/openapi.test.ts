import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { apiTypes, DOCUMENT } from '../scripts/local/api-types.ts';

const TYPES = fileURLToPath(new URL('client/openapi.d.ts', import.meta.url));

it('serves the OpenAPI document of @unpush/worker among its static assets', async () => {
  const served = await readFile(new URL('../public/openapi.json', import.meta.url), 'utf8');
  const made = await readFile(DOCUMENT, 'utf8');
  expect(served, 'run: pnpm --filter gateway openapi').toBe(made);
});

it('is called in tests by a client whose types are those of the present document', async () => {
  const made = await format(await apiTypes(), { ...(await resolveConfig(TYPES)), filepath: TYPES });
  expect((await readFile(TYPES, 'utf8')) === made, 'run: pnpm --filter gateway openapi').toBe(true);
});
