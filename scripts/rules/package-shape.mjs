// @ts-check

/** @typedef {import('../lib/workspace.mjs').Package} Package */

/** Our own condition first: inside the workspace it leads to the source. Types before code, as TypeScript reads. */
const CONDITIONS = ['@unpush/source', 'types', 'default'];

const TASKS = ['typecheck', 'lint'];

/**
 * Every package looks like the others, so that a reader who knows one knows all.
 *
 * @param {Package} candidate
 * @param {{ node: string }} expected the range of Node that packages promise to run on
 * @returns {readonly string[]} what is wrong
 */
export function checkShape(candidate, expected) {
  const { manifest } = candidate;
  const problems = [
    manifest.type !== 'module' && '"type" must be "module": we publish ESM only',
    manifest.license !== 'Apache-2.0' && '"license" must be "Apache-2.0"',
    !isProse(manifest.description) && '"description" must be a sentence',
    ...TASKS.map(
      (task) => manifest.scripts?.[task] === undefined && `"scripts" must have "${task}": turbo runs it`,
    ),
    ...Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).map(
      ([name, range]) =>
        /^(?:@unpush\/|unpush$)/.test(name) &&
        range !== 'workspace:^' &&
        `"${name}" must be "workspace:^", so that packages are versioned alone`,
    ),
    ...(manifest.private === true ? [] : checkPublic(candidate, expected)),
  ];
  return problems.filter((problem) => problem !== false);
}

/** @param {string | undefined} text */
const isProse = (text) => text !== undefined && /^[A-Z].{20,}\.$/.test(text);

/**
 * @param {Package} candidate
 * @param {{ node: string }} expected
 * @returns {readonly (string | false)[]}
 */
function checkPublic({ folder, manifest }, { node }) {
  const files = manifest.files ?? [];
  const isLibrary = manifest.exports?.['.'] !== undefined;
  return [
    manifest.scripts?.['build'] === undefined && '"scripts" must have "build": what is published is built',
    !/^\d+\.\d+\.\d+$/.test(manifest.version ?? '') && '"version" must be its own, as changesets left it',
    manifest.repository?.directory !== folder && `"repository.directory" must be "${folder}"`,
    !(manifest.repository?.url ?? '').startsWith('git+https://') && '"repository.url" must be git+https',
    manifest.homepage === undefined && '"homepage" is missing',
    manifest.bugs === undefined && '"bugs" is missing',
    (manifest.keywords ?? []).length < 3 && '"keywords" must help people find it: at least 3',
    manifest.engines?.node !== node &&
      `"engines.node" must be "${node}", the least that what we publish runs on`,
    manifest.publishConfig?.access !== 'public' && '"publishConfig.access" must be "public"',
    manifest.publishConfig?.provenance !== true && '"publishConfig.provenance" must be true',
    isLibrary &&
      manifest.sideEffects !== false &&
      '"sideEffects" must be false, so that bundlers can drop parts',
    ...['dist', 'src', 'README.md', 'CHANGELOG.md'].map(
      (name) => !files.includes(name) && `"files" must list "${name}"`,
    ),
    ...checkExports(manifest),
  ];
}

/**
 * @param {import('../lib/workspace.mjs').Manifest} manifest
 * @returns {readonly (string | false)[]}
 */
function checkExports(manifest) {
  const { exports } = manifest;
  if (exports === undefined) return ['"exports" is missing: what it does not name is not promised'];
  return [
    exports['./package.json'] === undefined && '"exports" must have "./package.json": tools read it',
    ...Object.entries(exports).map(
      ([path, target]) =>
        typeof target !== 'string' &&
        Object.keys(target).join() !== CONDITIONS.join() &&
        `"exports" of "${path}" must have the conditions ${CONDITIONS.join(', ')}, in this order`,
    ),
    ...Object.keys(exports).map((path) => path.includes('*') && `"exports" must name "${path}" without a *`),
  ];
}
