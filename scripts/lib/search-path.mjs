// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Windows writes it `Path`. @param {NodeJS.ProcessEnv} env */
const nameOfPath = (env) => Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';

/**
 * The environment with these folders searched first.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} folders
 * @returns {NodeJS.ProcessEnv}
 */
export function withFolders(env, folders) {
  const name = nameOfPath(env);
  return { ...env, [name]: [...folders, env[name] ?? ''].join(delimiter) };
}

/**
 * Every file of that name on the search path, first match first.
 *
 * @param {string} path
 * @param {string} program
 * @returns {string[]}
 */
export function onSearchPath(path, program) {
  const file = process.platform === 'win32' ? `${program}.exe` : program;
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .filter((candidate) => existsSync(candidate));
}

/** @param {NodeJS.ProcessEnv} env @returns {string} */
export const searchPathOf = (env) => env[nameOfPath(env)] ?? '';
