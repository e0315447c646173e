import { maskSecrets, UnpushError } from '@unpush/core';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { printable } from '../terminal/printable.ts';
import { painter } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Tells a person of an error, and says what the process ends with. */
export function renderError(error: unknown, terminal: Terminal): ExitCode {
  const paint = painter(terminal.stderr, terminal.env);
  if (UnpushError.isInstance(error)) {
    terminal.stderr.write(`${paint(['bold', 'red'], 'error')} ${printable(error.message)}\n`);
    return EXIT.usage;
  }
  terminal.stderr.write(
    `${paint(['bold', 'red'], 'bug')} unpush did not expect this; please report it with the lines below:\n` +
      `${describeBug(error)}\n`,
  );
  return EXIT.bug;
}

/** What `--json` prints where a person can mend what is wrong; nothing for a bug of ours. */
export const errorObject = (
  error: unknown,
): { readonly error: { readonly code: string; readonly message: string } } | undefined =>
  UnpushError.isInstance(error) ? { error: { code: error.code, message: error.message } } : undefined;

/** Its words may hold a secret, and are masked; where it came up must stay readable, and holds none. */
function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return maskSecrets(String(error));
  const { name, message, stack = '' } = error;
  const frames = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split('\n');
  return [maskSecrets(`${name}: ${message}`), ...frames.filter((line) => /^ {4}at /.test(line))].join('\n');
}
