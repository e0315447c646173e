import type { Writable } from 'node:stream';

/** A stream whose errors end nothing. */
export interface WatchedOutput {
  /**
   * Waits until all is written, and gives the first error that kept something from it. A reader that closed
   * early (`unpush explain … | head -1`) has what it wanted, and is none.
   */
  lost(): Promise<Error | undefined>;
}

/** Takes a stream's errors in hand: neither a full disk nor a closed window may tear a recall apart. */
export function watchOutput(stream: Writable): WatchedOutput {
  let lost: Error | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') lost ??= error;
  });
  return {
    async lost() {
      // An error is told one turn after the write that met it has called back
      await new Promise<void>((resolve) => stream.write('', () => setImmediate(resolve)));
      return lost;
    },
  };
}
