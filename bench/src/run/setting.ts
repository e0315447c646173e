import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Where and how the benchmarks of one run are made. */
export interface Setting {
  /** The path of the command line that is measured. */
  readonly cli: string;
  /** The flags of `revoke`, by its help. */
  readonly flags: ReadonlySet<string>;
  /** For everything that is written; removed at the end. */
  readonly folder: string;
  readonly quick: boolean;
  /** How often each comparison is made, if the caller said. */
  readonly rounds: number | undefined;
  /** Tells whoever waits what is going on. */
  readonly say: (text: string) => void;
}

/** Which flags `revoke` has: a record that the command line can keep is kept while it is measured. */
export async function flagsOf(cli: string): Promise<ReadonlySet<string>> {
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'revoke', '--help']);
  return new Set([...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag = '']) => flag));
}
