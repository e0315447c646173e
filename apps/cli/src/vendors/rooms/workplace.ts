import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SettingsError } from '../../errors/settings-error.ts';

/** The folder with the emulator's key files and token lists. */
export interface Workplace extends AsyncDisposable {
  readonly directory: string;
  /** Writes a file, in pieces, and gives its path. A key file is its owner's only. */
  write(name: string, content: FileContent): Promise<string>;
}

/** What goes into a file, and who may read it. */
export interface FileContent {
  readonly pieces: Iterable<string>;
  readonly mode: 0o600 | 0o644;
}

/** Opens a folder that stays, or without a name a new one that is removed at the end. Throws {@link SettingsError}. */
export async function openWorkplace(name: string | undefined, cwd: string): Promise<Workplace> {
  const directory = await make(name, cwd);
  return {
    directory,
    async write(file, { pieces, mode }) {
      const path = join(directory, file);
      const handle = await open(path, 'w', mode);
      try {
        // A file that was there before keeps its old mode otherwise
        await handle.chmod(mode);
        for (const piece of pieces) await handle.write(piece);
      } finally {
        await handle.close();
      }
      return path;
    },
    async [Symbol.asyncDispose]() {
      if (name === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}

async function make(name: string | undefined, cwd: string): Promise<string> {
  if (name === undefined) return mkdtemp(join(tmpdir(), 'unpush-emulator-'));
  const directory = resolve(cwd, name);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new SettingsError(
      `--directory ${name} cannot be made: ${String(error)}; give a folder that you may write to`,
      {
        cause: error,
      },
    );
  }
  return directory;
}
