// @ts-check

/**
 * Folders that hold a clone, a home or scratch files on somebody's machine. What stands before keeps URLs and
 * relative paths out.
 */
const MACHINE_PATH =
  /(?<![\w.:/~$})-])\/(?:home|Users|root|tmp|opt|work|workspace|mnt|private|var\/folders)\/[\w.-]+|[A-Za-z]:\\+Users\\+\w+/;

const REGISTRY = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\bnpm\.pkg\.github\.com|\bregistry\s*=\s*\S*:\/\//;

/** pnpm writes neither when every package comes from the reader's own registry. */
const LOCKFILE_SOURCE = /https?:\/\/\S+|\btarball:/;

/**
 * Nothing in the repository says on whose machine, or from which registry, it was made.
 *
 * @param {string} file
 * @param {string} text
 * @returns {readonly string[]} what is wrong
 */
export function checkTraces(file, text) {
  const isLockfile = file.endsWith('pnpm-lock.yaml');
  return text.split('\n').flatMap((line, index) => {
    const found = isLockfile ? LOCKFILE_SOURCE.exec(line) : (MACHINE_PATH.exec(line) ?? REGISTRY.exec(line));
    if (found === null) return [];
    const why = isLockfile
      ? 'the lockfile must not say where packages come from'
      : 'no machine paths and no registries here: they are true for one machine only';
    return [`${file}:${index + 1}: "${found[0]}": ${why}`];
  });
}
