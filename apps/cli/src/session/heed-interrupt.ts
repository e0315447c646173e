import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** How work can be stopped, and how it says how far it is. */
export interface Watch {
  readonly signal: AbortSignal;
  /** What takes long begins: from here on a request to stop is heard. */
  readonly onRead: () => void;
  /** Requests are about to leave: what comes after a request to stop is told by the work itself. */
  readonly onBegin: () => void;
}

/** Work that may be stopped, and what to say if that happened before it began. */
export interface Stoppable {
  readonly stopped: string;
  readonly work: (watch: Watch) => Promise<ExitCode>;
}

/** Does work that a person can stop with Ctrl-C. */
export async function heedInterrupt(terminal: Terminal, { stopped, work }: Stoppable): Promise<ExitCode> {
  const interrupt = new AbortController();
  const progress = { begun: false };
  let endInterrupt = (): void => undefined;
  try {
    return await work({
      signal: interrupt.signal,
      onRead: () => {
        endInterrupt = terminal.onInterrupt(() => interrupt.abort(new Error('interrupted')));
      },
      onBegin: () => {
        progress.begun = true;
      },
    });
  } catch (error) {
    if (progress.begun || !interrupt.signal.aborted) throw error;
    terminal.stderr.write(`${stopped}\n`);
    return EXIT.stopped;
  } finally {
    endInterrupt();
  }
}
