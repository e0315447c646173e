import type { Readable, Writable } from 'node:stream';

/** A stream that may be a screen. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The world as a command sees it: handed in, so that a test can be the world. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** For data. */
  readonly stdout: Output;
  /** For talk. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory. */
  readonly cwd: string;
  /** Calls back at the first request to stop (Ctrl-C, SIGTERM); the second kills. Returns how to end that. */
  onInterrupt(callback: () => void): () => void;
}

/** The process's own terminal. */
export function processTerminal(): Terminal {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    onInterrupt(callback) {
      const signals = ['SIGINT', 'SIGTERM'] as const;
      // `once`: with the listener gone, the second signal does what signals do
      const end = (): void => {
        for (const signal of signals) process.off(signal, first);
      };
      const first = (): void => {
        end();
        callback();
      };
      for (const signal of signals) process.on(signal, first);
      return end;
    },
  };
}
