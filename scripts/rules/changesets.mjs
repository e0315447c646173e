// @ts-check

/** @typedef {import('../lib/workspace.mjs').Package} Package */

/** @type {Readonly<Record<string, unknown>>} */
const EXPECTED = { fixed: [], linked: [], ignore: [], access: 'public', commit: false, baseBranch: 'main' };

/**
 * Packages are versioned alone and published for everybody.
 *
 * @param {Readonly<Record<string, unknown>>} config
 * @returns {readonly string[]} what is wrong
 */
export const checkChangesetConfig = (config) =>
  Object.entries(EXPECTED)
    .filter(([key, value]) => JSON.stringify(config[key]) !== JSON.stringify(value))
    .map(([key, value]) => `.changeset/config.json: "${key}" must be ${JSON.stringify(value)}`);

/** Shorter than this nobody learns what changes for them. */
const LEAST_PROSE = 60;

/**
 * A changeset names packages that are published, and says in prose what changes for their users.
 *
 * @param {string} file
 * @param {string} text
 * @param {readonly Package[]} packages
 * @returns {readonly string[]} what is wrong
 */
export function checkChangeset(file, text, packages) {
  const found = /^---\n([\s\S]*?)\n?---\n([\s\S]*)$/.exec(text);
  if (found === null) return [`${file}: must begin with the packages between two lines ---`];
  const [, head = '', body = ''] = found;
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const problems = lines.flatMap((line) => {
    const entry = /^['"]?([^'":]+)['"]?: (?:major|minor|patch)$/.exec(line);
    if (entry === null) return [`${file}: "${line}" must be 'name': major, minor or patch`];
    const named = packages.find(({ manifest }) => manifest.name === entry[1]);
    if (named === undefined) return [`${file}: there is no package "${entry[1]}"`];
    return named.manifest.private === true ? [`${file}: "${entry[1]}" is private and has no releases`] : [];
  });
  if (lines.length === 0) problems.push(`${file}: names no package`);
  if (body.trim().length < LEAST_PROSE) {
    problems.push(
      `${file}: say in prose what changes for users, why, and how to move (.changeset/README.md)`,
    );
  }
  return problems;
}
