import { maskSecrets, UnpushError } from '@unpush/core';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { painter } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Tells a person of an error, and says what the process ends with. */
export function renderError(error: unknown, terminal: Terminal): ExitCode {
  const paint = painter(terminal.stderr, terminal.env);
  if (UnpushError.isInstance(error)) {
    terminal.stderr.write(`${paint(['bold', 'red'], 'error')} ${error.message}\n`);
    return EXIT.usage;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.stderr.write(
    `${paint(['bold', 'red'], 'bug')} unpush did not expect this; please report it with the lines below:\n` +
      `${maskSecrets(text)}\n`,
  );
  return EXIT.bug;
}
