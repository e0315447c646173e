// @ts-check
import { isBuiltin } from 'node:module';
import { HOUSE } from './house.js';

/** @typedef {import('eslint').Rule.RuleModule} RuleModule */
/** @typedef {Parameters<NonNullable<import('eslint').Rule.NodeListener['ImportExpression']>>[0]['source']} Source */

/**
 * A rule about every way a file can name a module: import, export from, import() and the type import('…').
 * ESLint's own no-restricted-imports does not see the last two.
 *
 * @param {string} description
 * @param {(specifier: string, options: readonly unknown[]) => string | undefined} judge says what is wrong
 * @returns {RuleModule}
 */
const ruleOfImports = (description, judge) => ({
  meta: { type: 'problem', docs: { description }, schema: [{ type: 'string' }] },
  create: (context) => {
    /** @param {Source | null | undefined} source */
    const look = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = judge(source.value, context.options);
      if (message !== undefined) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: (node) => {
        look(node.source);
      },
      ExportNamedDeclaration: (node) => {
        look(node.source);
      },
      ExportAllDeclaration: (node) => {
        look(node.source);
      },
      ImportExpression: (node) => {
        look(node.source);
      },
      /** @param {{ source: Source }} node typescript-eslint's, which ESLint does not know */
      TSImportType: (node) => {
        look(node.source);
      },
    };
  },
});

/** @param {string} specifier @param {string} name */
const isOf = (specifier, name) => specifier === name || specifier.startsWith(`${name}/`);

/** Holds the arrow of the house; its option is the name of the package the file belongs to. */
export const arrow = ruleOfImports('packages import only what stands below them', (specifier, [name]) => {
  const room = HOUSE[/** @type {keyof typeof HOUSE} */ (name)];
  if (isOf(specifier, String(name)) || /\/(?:packages|apps)\//.test(specifier)) {
    return "Inside a package import by relative path; across packages the other one's public entry only.";
  }
  /** @type {readonly string[]} */
  const may = room.may;
  const other = Object.keys(HOUSE).find((candidate) => isOf(specifier, candidate));
  if (other === undefined || may.includes(other)) return undefined;
  return `${String(name)} may not import ${other}: ${room.why}. Allowed here: ${may.join(', ') || 'none of our packages'}.`;
});

export const NODE_ONLY =
  'Node lives under its own subpath (./undici, ./node); this file must also run on the edge.';

const NODE_PACKAGES = ['undici', '@hono/node-server'];

/** Keeps Node's modules, and packages that stand on them, out of files that must also run on the edge. */
export const edge = ruleOfImports('no Node outside its own subpath', (specifier) =>
  isBuiltin(specifier) || NODE_PACKAGES.some((name) => isOf(specifier, name)) ? NODE_ONLY : undefined,
);
