// @ts-check
import { isBuiltin } from 'node:module';
import typescript from 'typescript';

/** @typedef {import('../lib/workspace.mjs').Manifest} Manifest */

/** @param {string} specifier @returns {string} `@scope/name` of `@scope/name/path` */
const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * What the published files import is what the package declares: an undeclared one breaks at the user's, an
 * unused one is installed by every user for nothing.
 *
 * @param {Manifest} manifest
 * @param {ReadonlyMap<string, string>} built text of each .js and .d.ts below dist, by file
 * @returns {readonly string[]} what is wrong
 */
export function checkBuiltImports(manifest, built) {
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  /** @type {Set<string>} */
  const used = new Set();
  const problems = [...built].flatMap(([file, text]) =>
    typescript
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .flatMap((specifier) => {
        if (specifier.startsWith('.')) {
          // In a .d.ts, TypeScript reads './x.ts' as './x.d.ts'; no JavaScript engine does.
          return file.endsWith('.js') && specifier.endsWith('.ts')
            ? [`${file} imports ${specifier}, which is not published`]
            : [];
        }
        if (isBuiltin(specifier)) {
          return specifier.startsWith('node:')
            ? []
            : [`${file} imports ${specifier}: write node:${specifier}`];
        }
        // The runtime's own, as Node's are: where they are not, a Worker's package is of no use
        if (specifier.startsWith('cloudflare:')) return [];
        const name = packageOf(specifier);
        used.add(name);
        return name === manifest.name || Object.hasOwn(declared, name)
          ? []
          : [`${file} imports ${specifier}, but package.json does not declare ${name} as a dependency`];
      }),
  );
  const idle = Object.keys(manifest.dependencies ?? {}).filter((name) => !used.has(name));
  return [...problems, ...idle.map((name) => `package.json declares ${name}, but no built file imports it`)];
}
