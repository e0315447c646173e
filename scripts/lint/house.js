// @ts-check
// The rooms of the house and who may stand on whom: spec <- utils <- adapters; never sideways, never up.

/**
 * @typedef {object} Room
 * @property {string} folder
 * @property {readonly string[]} may which of our packages it may import
 * @property {string} why
 * @property {readonly string[]} node where in it Node may be used, as globs below the folder
 * @property {boolean} [pure] no I/O, clock or randomness at all
 */

/** @satisfies {Readonly<Record<string, Room>>} */
export const HOUSE = /** @type {const} */ ({
  '@unpush/core': {
    folder: 'packages/core',
    may: [],
    why: 'core says what the vendors say and knows nobody: everything else stands on it',
    node: [],
    pure: true,
  },
  '@unpush/transport': {
    folder: 'packages/transport',
    may: ['@unpush/core'],
    why: 'transport makes one exchange; what comes before and after is not its business',
    node: ['src/undici/**/*.ts'],
  },
  '@unpush/recall': {
    folder: 'packages/recall',
    may: ['@unpush/core'],
    why: 'the engine drives any Revoker: it meets the vendors through the port in core only',
    node: ['src/node/**/*.ts', 'src/postgres/**/*.ts'],
  },
  '@unpush/nestjs': {
    folder: 'packages/nestjs',
    may: ['@unpush/core', '@unpush/transport', '@unpush/recall'],
    why: 'the NestJS door is a door like the others: it stands on the public entries of transport and recall',
    node: ['src/**/*.ts'],
  },
  '@unpush/worker': {
    folder: 'packages/worker',
    may: ['@unpush/core', '@unpush/transport', '@unpush/recall'],
    why: 'the Cloudflare door is a door like the others, and nothing of Node runs there',
    node: [],
  },
  gateway: {
    folder: 'apps/gateway',
    may: ['@unpush/worker'],
    why: 'the gateway is one Worker made of @unpush/worker: what others may need belongs there',
    node: [],
  },
  '@unpush/emulator': {
    folder: 'packages/emulator',
    may: ['@unpush/core'],
    why: 'the emulator is written from the vendor pages; sharing the client would share its mistakes',
    node: ['src/node/**/*.ts'],
  },
  '@unpush/testing': {
    folder: 'packages/testing',
    may: ['@unpush/core'],
    why: 'fixtures serve every package, so they stand on core only',
    node: ['src/**/*.ts'],
  },
  unpush: {
    folder: 'apps/cli',
    may: ['@unpush/core', '@unpush/transport', '@unpush/recall', '@unpush/emulator'],
    why: 'the command line is a door: nobody stands on it',
    node: ['src/**/*.ts'],
  },
});
