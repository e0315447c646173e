import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { configJsonSchema } from '../../src/settings/json-schema.ts';
import { SETTINGS } from '../../src/settings/words.ts';

const committed = await readFile(new URL('../../config.schema.json', import.meta.url), 'utf8');

interface Schema {
  readonly $schema: string;
  readonly properties: { readonly apps: { readonly additionalProperties: { readonly properties: object } } };
}

describe('config.schema.json', () => {
  it('is what the settings say now; if not, run `pnpm schema` in apps/cli', () => {
    expect(JSON.parse(committed)).toEqual(JSON.parse(configJsonSchema()));
  });

  it('has every setting, and no other', () => {
    const { properties } = JSON.parse(committed) as Schema;
    expect(Object.keys(properties.apps.additionalProperties.properties)).toEqual(Object.keys(SETTINGS));
  });

  it('has no place for a secret', () => {
    // The path of the file with it is none
    const others = committed.replace('"accessKeyFile": {', '');
    expect(others).not.toMatch(/"(?:private_?key|secret|password|token|jwt|access_?key)\w*": \{/i);
  });

  const accepts = (value: unknown): boolean =>
    z.fromJSONSchema(JSON.parse(committed) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value)
      .success;

  it.each([
    [true, { apps: {} }],
    [
      true,
      { $schema: 'x', defaultApp: 'shop', apps: { shop: { vendor: 'huawei', clientId: '1', quota: 0.5 } } },
    ],
    [false, {}],
    [false, { apps: { shop: { privateKey: 'x' } } }],
    [false, { apps: { shop: { batchSize: 1001 } } }],
    [false, { apps: { shop: { vendor: 'apple' } } }],
    [
      true,
      { apps: { bank: { vendor: 'mpaas', appId: 'A', workspaceId: 'default', accessKeyFile: 'ak.json' } } },
    ],
    [false, { apps: { bank: { accessKeySecret: 'x' } } }],
    [false, { apps: {}, token: 'x' }],
  ])('accepts: %j %j', (isAccepted, value) => {
    expect(accepts(value)).toBe(isAccepted);
  });
});
