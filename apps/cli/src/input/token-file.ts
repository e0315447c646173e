import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'tokens.json';

/** How targets of the command line are called among the files. */
export const TOKENS = '--token';

/** Keeps the targets of the command line for a later session, in a file that only its owner can read. */
export async function keepTokens(tokens: readonly string[], spoolDirectory: string): Promise<void> {
  await writeFile(join(spoolDirectory, NAME), JSON.stringify(tokens), { mode: 0o600 });
}

/** What {@link keepTokens} kept. */
export async function readTokens(spoolDirectory: string): Promise<readonly string[]> {
  // Written by the function above
  return JSON.parse(await readFile(join(spoolDirectory, NAME), 'utf8')) as readonly string[];
}
