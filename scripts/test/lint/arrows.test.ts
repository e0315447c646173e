import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { root } from '../../lib/root.mjs';
import { arrows } from '../../lint/arrows.js';

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...arrows],
});

/** What the lint says of a snippet that lies in this file. */
async function complaints(filePath: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map(({ message }) => message);
}

const CORE = 'packages/core/src/huawei/request.ts';
const EDGE = 'Node lives under its own subpath (./undici, ./node); this file must also run on the edge.';
const PURE = 'core is pure: no I/O, clock or randomness. Take it as an argument.';

describe('the arrow of the house', () => {
  const sideways =
    '@unpush/recall may not import @unpush/transport: the engine drives any Revoker: it meets the vendors through the port in core only. Allowed here: @unpush/core.';

  it.each([
    ["import { createHuaweiClient } from '@unpush/transport';"],
    ["import type { HttpSender } from '@unpush/transport';"],
    ["import { undiciSender } from '@unpush/transport/undici';"],
    ["export { createHuaweiClient } from '@unpush/transport';"],
    ["export * from '@unpush/transport';"],
    ["export const late = () => import('@unpush/transport');"],
    ["export type Sender = import('@unpush/transport').HttpSender;"],
  ])('refuses, with the reason: %s', async (code) => {
    expect(await complaints('packages/recall/src/engine/run.ts', code)).toEqual([sideways]);
  });

  it('never points up', async () => {
    expect(await complaints(CORE, "import { main } from 'unpush';")).toEqual([
      '@unpush/core may not import unpush: core says what the vendors say and knows nobody: everything else stands on it. Allowed here: none of our packages.',
    ]);
  });

  it('lets through what stands below, and what only sounds alike', async () => {
    const code =
      "import { batchOf } from '@unpush/core'; import x from 'unpush-something'; import './unpush.ts';";
    expect(await complaints('packages/recall/src/engine/run.ts', code)).toEqual([]);
    const door = "import { a } from '@unpush/transport/undici'; import { b } from '@unpush/recall/node';";
    expect(await complaints('apps/cli/src/main.ts', door)).toEqual([]);
  });

  it.each([
    ["import { x } from '@unpush/core';"],
    ["import { x } from '../../../../packages/recall/src/a.ts';"],
  ])('keeps to public entries across packages and to relative paths inside: %s', async (code) => {
    expect(await complaints(CORE, code)).toEqual([
      "Inside a package import by relative path; across packages the other one's public entry only.",
    ]);
  });
});

describe('Node', () => {
  it.each([
    ['packages/core/src/batch/batch.ts', "import { createHash } from 'node:crypto';"],
    ['packages/core/src/batch/batch.ts', "import { readFileSync } from 'fs';"],
    ['packages/recall/src/engine/run.ts', "export const late = () => import('node:fs/promises');"],
    ['packages/transport/src/huawei/client.ts', "import { Pool } from 'undici';"],
    ['packages/emulator/src/huawei/revoke.ts', "import { serve } from '@hono/node-server';"],
    ['packages/transport/src/huawei/client.ts', 'export const home = process.env;'],
    ['packages/transport/src/huawei/client.ts', 'export const bytes = globalThis.Buffer;'],
  ])('is refused in %s: %s', async (file, code) => {
    expect((await complaints(file, code)).join()).toContain(EDGE);
  });

  it.each([
    ['packages/transport/src/undici/sender.ts', "import { Pool } from 'undici'; import tls from 'node:tls';"],
    ['packages/recall/src/node/ledger.ts', "import { DatabaseSync } from 'node:sqlite';"],
    ['packages/emulator/src/node/serve.ts', "import { serve } from '@hono/node-server'; process.exit();"],
    ['apps/cli/src/bin.ts', "import process from 'node:process'; Buffer.from('');"],
  ])('is at home in %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });

  it('does not loosen the arrow where it is at home', async () => {
    const code = "import { runRecall } from '@unpush/recall';";
    expect((await complaints('packages/transport/src/undici/sender.ts', code)).join()).toContain(
      '@unpush/transport may not import @unpush/recall',
    );
  });
});

describe('core', () => {
  it.each([
    ['new Date()'],
    ['Date.now()'],
    ['globalThis.Date.now()'],
    ['Math.random()'],
    ['crypto.randomUUID()'],
    ["fetch('https://example.com')"],
    ['setTimeout(() => 0, 1)'],
    ['performance.now()'],
    ["console.log('')"],
  ])('is pure: no %s', async (expression) => {
    expect((await complaints(CORE, `export const value = ${expression};`)).join()).toContain(PURE);
  });

  it('may compute', async () => {
    const code = 'export const bytes = new TextEncoder().encode(String(Math.max(1, 2)));';
    expect(await complaints(CORE, code)).toEqual([]);
  });

  it('alone is pure: others take time where they must', async () => {
    expect(
      await complaints('packages/transport/src/http/fetch-sender.ts', 'export const t = new Date();'),
    ).toEqual([]);
  });
});
