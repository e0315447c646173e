// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findNode } from './node-runtime.mjs';
import { createNpm } from './npm.mjs';
import { environmentOfPnpm, fetchPnpm } from './package-manager.mjs';
import { readManifest } from './root.mjs';
import { withFolders } from './search-path.mjs';
import { runProgram } from './steps.mjs';
import { turbo } from './tools.mjs';

/** @typedef {import('./job.mjs').JobInput} JobInput */

/**
 * What everything after set-up runs with.
 *
 * @typedef {object} Workshop
 * @property {string} node the Node to run our programs with
 * @property {NodeJS.ProcessEnv} env finds that Node and the pinned pnpm first
 */

/**
 * Sets up everything a job needs, step by step.
 *
 * @param {JobInput} input
 * @returns {Promise<Workshop | undefined>} undefined when there is nothing to go on with
 */
export async function setUp({ root, steps, children, env }) {
  const manifest = readManifest(root);
  const pinned = readFileSync(join(root, '.node-version'), 'utf8').trim();
  let workshop = { node: process.execPath, env: quietly(env) };
  const npm = createNpm({ children, root, env });

  await steps.run({
    name: 'node',
    action: async () => {
      const running = { file: process.execPath, version: process.versions.node };
      const range = manifest.engines.node;
      const found = await findNode({ children, npm, env, root, range, pinned, running });
      if ('problem' in found) return { ok: false, code: 1, output: found.problem };
      workshop = { node: found.file, env: withFolders(workshop.env, [dirname(found.file)]) };
      return { ok: true, note: `${found.version}, ${found.origin}` };
    },
  });
  await steps.run({
    name: 'pnpm',
    needs: ['node'],
    action: async () => {
      const pin = manifest.packageManager;
      const found = await fetchPnpm({ children, npm, root, env: workshop.env, pin });
      if ('problem' in found) return { ok: false, code: 1, output: found.problem };
      workshop = { ...workshop, env: withFolders(workshop.env, [found.folder]) };
      return { ok: true, note: found.version };
    },
  });
  const ready = await steps.run({
    name: 'dependencies',
    needs: ['pnpm'],
    action: async () =>
      runProgram(children, {
        file: 'pnpm',
        args: ['install', '--frozen-lockfile'],
        cwd: root,
        env: await environmentOfPnpm({ npm, root, env: workshop.env }),
      }),
  });
  if (!ready) return undefined;
  await steps.run({
    name: 'build',
    action: () => turbo({ children, root, ...workshop }, 'build'),
  });
  return workshop;
}

/**
 * Our environment for other people's tools: no telemetry, no news of updates, and no NODE_ENV, which would make
 * `pnpm install` leave out what the build needs.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function quietly(env) {
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'NODE_ENV')),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
}
