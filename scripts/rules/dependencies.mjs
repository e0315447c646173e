// @ts-check

/** @typedef {import('../lib/workspace.mjs').Package} Package */

const PAGE = 'docs/decisions/runtime-dependencies.md';

/**
 * Every runtime dependency has a row that says why, with just the packages that use it.
 *
 * @param {readonly Package[]} packages
 * @param {string} page the text of docs/decisions/runtime-dependencies.md
 * @returns {readonly string[]} what is wrong
 */
export function checkDependencies(packages, page) {
  const rows = new Map(
    [...page.matchAll(/^\|\s*`([^`]+)`\s*\|\s*([^|]*?)\s*\|.*\|$/gm)].map(([, name = '', users = '']) => [
      name,
      users,
    ]),
  );
  const users = usersOf(packages);
  const unexplained = [...users.keys()].filter((name) => !rows.has(name));
  return [
    ...unexplained.map((name) => `${PAGE}: say why we depend on ${name}`),
    ...[...rows].flatMap(([name, cell]) => {
      const named = cell
        .replaceAll(/`[^`]*`/g, '')
        .match(/\b(?:core|transport|recall|emulator|nestjs|worker|cli)\b/g);
      const expected = [...(users.get(name) ?? [])].sort().join(', ');
      return [...(named ?? [])].sort().join(', ') === expected
        ? []
        : [`${PAGE}: ${name} is used by ${expected || 'nobody'}, not by "${cell}"`];
    }),
  ];
}

/**
 * @param {readonly Package[]} packages
 * @returns {ReadonlyMap<string, readonly string[]>} the last names of their folders, by dependency
 */
function usersOf(packages) {
  /** @type {Map<string, string[]>} */
  const users = new Map();
  for (const { folder, manifest } of packages) {
    if (manifest.private === true) continue;
    for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
      if (range.startsWith('workspace:')) continue;
      users.set(name, [...(users.get(name) ?? []), folder.replace(/^.*\//, '')]);
    }
  }
  return users;
}
