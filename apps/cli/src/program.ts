import { Command, CommanderError } from 'commander';
import type { CommandDefinition } from './command.ts';
import { complete } from './commands/complete/command.ts';
import { completion } from './commands/completion/command.ts';
import { doctor } from './commands/doctor/command.ts';
import { emulate } from './commands/emulate/command.ts';
import { explain } from './commands/explain/command.ts';
import { init } from './commands/init/command.ts';
import { recalls } from './commands/recalls/command.ts';
import { revoke } from './commands/revoke/command.ts';
import { token } from './commands/token/command.ts';
import { verify } from './commands/verify/command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal/terminal.ts';
import { VERSION } from './version.ts';

const COMMANDS: readonly CommandDefinition[] = [
  revoke,
  recalls,
  verify,
  explain,
  token,
  doctor,
  emulate,
  init,
  completion,
  complete,
];

/** What a program tells whoever parses with it. */
export interface ProgramEvents {
  readonly onExit: (code: ExitCode) => void;
  /** What is wrong with the line; it may quote a whole token. */
  readonly onComplaint: (text: string) => void;
}

/** The whole command line, ready to parse. */
export function createProgram(terminal: Terminal, { onExit, onComplaint }: ProgramEvents): Command {
  const program = new Command('unpush')
    .description('Takes back a push notification that should not have been sent.')
    .version(VERSION, '-V, --version', 'print the version')
    .showHelpAfterError('(add --help for all options)')
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: onComplaint,
    })
    .exitOverride();
  const add = (parent: Command, definition: CommandDefinition): void => {
    const { name, hidden = false } = definition;
    const command = definition.describe(parent.command(name, { hidden }));
    if ('commands' in definition) {
      for (const below of definition.commands) add(command, below);
      return;
    }
    command.action(async () => {
      const { run } = await definition.load();
      onExit(await run({ terminal, args: command.args, flags: command.opts(), program }));
    });
  };
  for (const definition of COMMANDS) add(program, definition);
  return program;
}

/** Parses and runs one command line; gives what the process ends with. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok;
  const complaints: string[] = [];
  const program = createProgram(terminal, {
    onExit: (code) => {
      exit = code;
    },
    onComplaint: (text) => {
      complaints.push(text);
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const { renderError, errorObject } = await import('./errors/render-error.ts');
      const object = args.includes('--json') ? errorObject(error) : undefined;
      if (object !== undefined) terminal.stdout.write(`${JSON.stringify(object)}\n`);
      return renderError(error, terminal);
    }
    if (complaints.length > 0) {
      const { maskSecrets } = await import('@unpush/core');
      terminal.stderr.write(maskSecrets(complaints.join('')));
    }
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
}
