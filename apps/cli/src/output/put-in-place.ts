import { link, open, rename, rm } from 'node:fs/promises';

/** Gives a finished file its name, where nothing may be by that name yet. Throws what the system says, `EEXIST` too. */
export async function putInPlace(from: string, path: string): Promise<void> {
  try {
    await link(from, path);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    // The name is taken first, so that what is written over is our own
    const taken = await open(path, 'wx', 0o600);
    await taken.close();
    await rename(from, path);
    return;
  }
  await rm(from, { force: true });
}

/** Not every file system has them. */
const hasNoLinks = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NO_LINKS.has(error.code);

const NO_LINKS: ReadonlySet<unknown> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);
