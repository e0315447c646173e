// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./children.mjs').Children} Children */

/**
 * This machine: programs are found by running them, and installed by apt-get when we are root on Debian.
 *
 * @param {{ children: Children, root: string, env: NodeJS.ProcessEnv }} options
 * @returns {import('./system-parts.mjs').Machine}
 */
export function aptMachine({ children, root, env }) {
  /** @param {string} file @param {readonly string[]} args */
  const run = (file, args) =>
    children.run({ file, args, cwd: root, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } });
  return {
    has: async ({ name, probe, beside }) => {
      for (const file of [...versionsIn(beside).map((version) => join(version, 'bin', name)), name]) {
        if ((await run(file, probe)).code === 0) return true;
      }
      return false;
    },
    canInstall: process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    install: async (debianPackage) => {
      const install = ['install', '--yes', '--no-install-recommends', debianPackage];
      let said = await run('apt-get', install);
      if (said.code !== 0) {
        // A fresh image has no package lists.
        await run('apt-get', ['update']);
        said = await run('apt-get', install);
      }
      return { ok: said.code === 0, output: said.output };
    },
  };
}

/** @param {string | undefined} folder @returns {readonly string[]} */
const versionsIn = (folder) =>
  folder === undefined || !existsSync(folder)
    ? []
    : readdirSync(folder).map((version) => join(folder, version));
