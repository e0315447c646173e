import type { CommandRun } from '../../command.ts';
import { EXIT } from '../../exit-codes.ts';
import { hear } from './hear.ts';
import { createCompletions } from './completions.ts';
import { readValues } from './values.ts';

/** The shells' scripts read this after the last suggestion: whether they may offer file names as well. */
const FILES = ':0';
const NO_FILES = ':4';

/** Runs `unpush complete`: prints what the last of the words can become, a line each. */
export const run: CommandRun = async ({ terminal, args, program }) => {
  const values = await readValues(args, terminal);
  const completions = createCompletions(program, values);
  // Without any word the shell asks for the first one
  const words = args.length === 0 ? [''] : [...args];
  const suggestions = hear(() => {
    completions.root.parse(words);
  }).filter((line) => !line.startsWith(':'));
  const lines = [...suggestions, completions.wantsFiles() ? FILES : NO_FILES];
  terminal.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return EXIT.ok;
};
