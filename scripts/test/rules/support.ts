import type { Manifest, Package } from '../../lib/workspace.mjs';

/** A package.json as it should be. */
export const goodManifest: Manifest = {
  name: '@unpush/core',
  version: '0.1.0',
  description: 'What the push vendors say, and what to do about it.',
  license: 'Apache-2.0',
  type: 'module',
  sideEffects: false,
  repository: { url: 'git+https://example.com/unpush.git', directory: 'packages/core' },
  homepage: 'https://example.com',
  bugs: 'https://example.com/issues',
  keywords: ['push', 'revoke', 'recall'],
  exports: {
    '.': { '@unpush/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
    './package.json': './package.json',
  },
  files: ['dist', 'src', 'README.md', 'CHANGELOG.md'],
  publishConfig: { access: 'public', provenance: true },
  engines: { node: '>=22.19' },
  scripts: { build: 'tsc', typecheck: 'tsc', lint: 'eslint .' },
  dependencies: { zod: '^4.0.0' },
};

/** A package like core, with this much different. */
export const packageWith = (changes: Partial<Manifest>): Package => ({
  folder: 'packages/core',
  manifest: { ...goodManifest, ...changes },
});

/** The same without some fields. */
export function packageWithout(...fields: readonly (keyof Manifest)[]): Package {
  const kept = Object.entries(goodManifest).filter(([field]) => !fields.some((gone) => gone === field));
  return { folder: 'packages/core', manifest: { name: goodManifest.name, ...Object.fromEntries(kept) } };
}
