import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createChildren, type Children, type Ending } from '../../lib/children.mjs';
import type { Npm } from '../../lib/npm.mjs';

/** A folder with a space in its name, gone when it is disposed. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'unpush scripts-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes a file that can be run. */
export function program(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

/** A terminal, or not, that signals can be made to come from. */
export class FakeHost extends EventEmitter {
  readonly stdin: { readonly isTTY: boolean };

  constructor(isTTY: boolean) {
    super();
    this.stdin = { isTTY };
  }
}

/** Real programs, with signals of the test's own. */
export const quietChildren = (): Children => createChildren({ host: new FakeHost(false) });

/** An ending as npm's would be. */
export const ending = (code: number, stdout: string): Ending => ({ code, stdout, output: stdout });

/** An npm whose registry holds just these packages, each with what the command prints. */
export function npmWith(packages: Readonly<Record<string, string>>, asked: string[] = []): Npm {
  return {
    exec: (specifier) => {
      asked.push(specifier);
      const printed = packages[specifier];
      return Promise.resolve(printed === undefined ? ending(1, `404 ${specifier}`) : ending(0, printed));
    },
    config: () => Promise.resolve(new Map()),
  };
}
