import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('serves the OpenAPI document of @unpush/worker among its static assets', async () => {
  const served = await readFile(new URL('../public/openapi.json', import.meta.url), 'utf8');
  const made = await readFile(fileURLToPath(import.meta.resolve('@unpush/worker/openapi.json')), 'utf8');
  expect(served, 'run: pnpm --filter gateway openapi').toBe(made);
});
