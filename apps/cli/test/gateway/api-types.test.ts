import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { apiTypes } from '../../scripts/api-types.ts';

const PATH = fileURLToPath(new URL('../../src/gateway/client/openapi.d.ts', import.meta.url));

it('speaks to the gateway by the types of its present document (pnpm --filter unpush api)', async () => {
  const config = await resolveConfig(PATH);
  const made = await format(await apiTypes(), { ...config, filepath: PATH });
  expect((await readFile(PATH, 'utf8')) === made).toBe(true);
});
