// @ts-check
// What is published: needs the build, and the pinned pnpm to pack with.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from './lib/root.mjs';
import { packagesOf, walk } from './lib/workspace.mjs';
import { checkBuiltImports } from './rules/built-imports.mjs';

/** @typedef {import('./lib/workspace.mjs').Package} Package */

/** @param {Package} candidate @returns {readonly string[]} */
function lintBuilt({ folder, manifest }) {
  const dist = join(root, folder, 'dist');
  if (!existsSync(dist)) return ['dist is missing: build it first'];
  const built = walk(dist).filter((file) => /\.(?:js|d\.ts)$/.test(file));
  return checkBuiltImports(
    manifest,
    new Map(built.map((file) => [file, readFileSync(join(dist, file), 'utf8')])),
  );
}

/** @param {Package} candidate @returns {Promise<readonly string[]>} */
async function lintPacked({ folder }) {
  const pkgDir = join(root, folder);
  const { messages, pkg } = await publint({ pkgDir, pack: 'pnpm', strict: true });
  return messages.map((message) => formatMessage(message, pkg) ?? message.code);
}

const publics = packagesOf(root).filter(({ manifest }) => manifest.private !== true);
let count = 0;
for (const candidate of publics) {
  for (const problem of [...lintBuilt(candidate), ...(await lintPacked(candidate))]) {
    process.stderr.write(`${candidate.folder}: ${problem}\n`);
    count += 1;
  }
}
if (count > 0) process.exitCode = 1;
