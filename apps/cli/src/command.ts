import type { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What a command's module exports: its words for the command line. Its code is loaded when it runs. */
export type CommandDefinition = RunnableCommand | CommandGroup;

/** A command that only stands before others: `unpush recalls list`. */
export interface CommandGroup {
  readonly name: string;
  readonly hidden?: never;
  /** Adds what is said of all of them. */
  describe(command: Command): Command;
  readonly commands: readonly RunnableCommand[];
}

/** A command that does something. */
export interface RunnableCommand {
  readonly name: string;
  /** Not for people: left out of the help. */
  readonly hidden?: true;
  /** Adds arguments, options and examples. */
  describe(command: Command): Command;
  /** Loads the code that runs it. */
  load(): Promise<{ readonly run: CommandRun }>;
}

/** Runs a command. Errors that a person can mend are thrown as {@link UnpushError}. */
export type CommandRun = (invocation: Invocation) => Promise<ExitCode>;

/** One call of a command. */
export interface Invocation {
  readonly terminal: Terminal;
  /** Positional arguments. */
  readonly args: readonly string[];
  /** Options by camel-cased name, as typed. */
  readonly flags: Readonly<Record<string, unknown>>;
  /** The whole command line's tree: completion reads it. */
  readonly program: Command;
}
