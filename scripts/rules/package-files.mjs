// @ts-check

/** @typedef {import('../lib/workspace.mjs').Package} Package */

const EVERYWHERE = { files: ['tsconfig.json', 'README.md'], folders: ['src'] };
const PUBLISHED = {
  files: [...EVERYWHERE.files, 'tsconfig.build.json', 'CHANGELOG.md'],
  folders: [...EVERYWHERE.folders, 'test'],
};

/**
 * Same shape for same things: whoever knows one package finds everything in the next.
 *
 * @param {Package} candidate
 * @param {readonly string[]} files every file of the repository
 * @returns {readonly string[]} what is wrong
 */
export function checkFiles({ folder, manifest }, files) {
  const needed = manifest.private === true ? EVERYWHERE : PUBLISHED;
  /** @param {string} name */
  const isEmpty = (name) => !files.some((file) => file.startsWith(`${folder}/${name}/`));
  return [
    ...needed.files
      .filter((name) => !files.includes(`${folder}/${name}`))
      .map((name) => `${name} is missing`),
    ...needed.folders.filter(isEmpty).map((name) => `${name}/ is empty`),
  ];
}
