import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder of its own, gone at the end. */
export interface Folder extends AsyncDisposable {
  readonly path: string;
  file(name: string): string;
  write(name: string, content: string, mode?: number): Promise<string>;
  read(name: string): Promise<string>;
}

/** Makes a folder for one test. */
export async function makeFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'unpush-test-'));
  const file = (name: string): string => join(path, name);
  return {
    path,
    file,
    read: (name) => readFile(file(name), 'utf8'),
    async write(name, content, mode = 0o600) {
      await writeFile(file(name), content, { mode });
      return file(name);
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
