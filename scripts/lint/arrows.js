// @ts-check
// The lint blocks that hold the arrow of the house, and where Node may be used at all.
import { HOUSE } from './house.js';
import { arrow, edge, NODE_ONLY } from './import-rules.js';

const PURE = 'core is pure: no I/O, clock or randomness. Take it as an argument.';

const NODE_GLOBALS = [
  'process',
  'Buffer',
  'global',
  'setImmediate',
  'clearImmediate',
  '__dirname',
  '__filename',
];
const IMPURE_GLOBALS = [
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'Date',
  'console',
  'navigator',
];

/** @param {readonly string[]} names @param {string} message */
const ban = (names, message) => names.map((name) => ({ name, message }));

const house = { rules: { arrow, edge } };

/** @type {import('eslint').Linter.Config[]} */
export const arrows = Object.entries(HOUSE).flatMap(([name, { folder, node, ...rest }]) => {
  const pure = 'pure' in rest;
  /** @type {import('eslint').Linter.Config} */
  const everywhere = {
    files: [`${folder}/src/**/*.ts`],
    plugins: { house },
    rules: {
      'house/arrow': ['error', name],
      'house/edge': 'error',
      'no-restricted-globals': [
        'error',
        {
          globals: [...ban(NODE_GLOBALS, NODE_ONLY), ...(pure ? ban(IMPURE_GLOBALS, PURE) : [])],
          checkGlobalObject: true,
        },
      ],
      'no-restricted-properties': pure
        ? ['error', { object: 'Math', property: 'random', message: PURE }]
        : 'off',
    },
  };
  /** @type {import('eslint').Linter.Config} */
  const onNode = {
    files: node.map((glob) => `${folder}/${glob}`),
    rules: { 'house/edge': 'off', 'no-restricted-globals': 'off' },
  };
  return node.length === 0 ? [everywhere] : [everywhere, onNode];
});
