// @ts-check

/**
 * What `npm run demo` and `npm test` are given.
 *
 * @typedef {object} JobInput
 * @property {string} root the folder of the clone
 * @property {readonly string[]} words the arguments after the job's name
 * @property {import('./steps.mjs').Steps} steps
 * @property {import('./children.mjs').Children} children
 * @property {NodeJS.ProcessEnv} env
 */

/** @typedef {(input: JobInput) => Promise<number>} Job resolves with the exit code */

export {};
