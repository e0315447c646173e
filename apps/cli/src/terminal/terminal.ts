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
  /**
   * Calls back at the first request to stop: Ctrl-C, SIGTERM, or a line that drops. A second Ctrl-C or SIGTERM
   * kills. Returns how to end that.
   */
  onInterrupt(callback: () => void): () => void;
}

/** Whether somebody sits there who can be asked. */
export const isScreen = ({ stdin, stderr }: Pick<Terminal, 'stdin' | 'stderr'>): boolean =>
  stdin.isTTY === true && stderr.isTTY === true;

const KILLING = ['SIGINT', 'SIGTERM'] as const;
/** A line that drops: the shell and the system each say so, hence the second one means no more than the first. */
const HANG_UP = 'SIGHUP';

/** A signal to a whole group of processes arrives more than once; nobody means a second one that soon. */
const ECHO_MS = 300;

/** The process's own terminal. */
export function processTerminal(): Terminal {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    onInterrupt(callback) {
      let isAsked = false;
      const onSignal = (): void => {
        if (isAsked) return;
        isAsked = true;
        // With the listener gone, the second one does what such signals do
        setTimeout(() => {
          for (const signal of KILLING) process.off(signal, onSignal);
        }, ECHO_MS).unref();
        callback();
      };
      for (const signal of [...KILLING, HANG_UP]) process.on(signal, onSignal);
      return () => {
        for (const signal of [...KILLING, HANG_UP]) process.off(signal, onSignal);
      };
    },
  };
}
