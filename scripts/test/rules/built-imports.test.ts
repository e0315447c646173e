import { describe, expect, it } from 'vitest';
import { checkBuiltImports } from '../../rules/built-imports.mjs';
import { goodManifest } from './support.ts';

const check = (
  files: Readonly<Record<string, string>>,
  dependencies: Readonly<Record<string, string>> = {},
) => checkBuiltImports({ ...goodManifest, dependencies }, new Map(Object.entries(files)));

describe('the imports of what is built', () => {
  it.each([
    ['index.js', "import { z } from 'zod';"],
    ['index.js', "export { z } from 'zod/mini';"],
    ['index.js', "const late = () => import('zod');"],
    ['index.d.ts', "import type { ZodType } from 'zod';"],
    ['index.d.ts', "export type T = import('zod').ZodType;"],
  ])('are declared: %s, %s', (file, text) => {
    expect(check({ [file]: text }, { zod: '^4.0.0' })).toEqual([]);
    expect(check({ [file]: text })).toEqual([
      expect.stringMatching(/imports zod(\/mini)?, but package\.json does not declare zod as a dependency$/),
    ]);
  });

  it('may be of the runtime that Workers have', () => {
    expect(check({ 'a.js': "import { DurableObject } from 'cloudflare:workers';" })).toEqual([]);
  });

  it('know the scope of a name', () => {
    const text = "import { trace } from '@opentelemetry/api/experimental';";
    expect(check({ 'a.js': text }, { '@opentelemetry/api': '^1.10.0' })).toEqual([]);
  });

  it('may be peers', () => {
    const manifest = { ...goodManifest, dependencies: {}, peerDependencies: { zod: '^4.0.0' } };
    expect(checkBuiltImports(manifest, new Map([['a.js', "import 'zod';"]]))).toEqual([]);
  });

  it('name what is published, not its source', () => {
    expect(check({ 'a.js': "import './b.ts'; import './c.js';", 'a.d.ts': "import './b.ts';" })).toEqual([
      'a.js imports ./b.ts, which is not published',
    ]);
  });

  it('say node: for what is Node’s', () => {
    expect(check({ 'a.js': "import 'node:fs'; import 'fs';" })).toEqual(['a.js imports fs: write node:fs']);
  });

  it('use every dependency that users install', () => {
    expect(check({ 'a.js': '' }, { zod: '^4.0.0' })).toEqual([
      'package.json declares zod, but no built file imports it',
    ]);
  });
});
