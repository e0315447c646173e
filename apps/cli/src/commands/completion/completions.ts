import type { RootCommand } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import type { Values } from './values.ts';

/** All that can be suggested, as the library for completions wants it. */
export interface Completions {
  readonly root: RootCommand;
  /** Whether the last question was for the name of a file. */
  wantsFiles(): boolean;
}

type Handler = (complete: (value: string, about: string) => void) => void;

/** What stands for a file in the help texts. */
const FILES: ReadonlySet<string> = new Set(['FILE', 'PEM', 'DIR', 'EVIDENCE']);

/** Describes the whole command line, with the values that its tree does not tell. */
export function createCompletions(program: Command, values: Values): Completions {
  let wantsFiles = false;
  const handlerFor = (name: string, kind: string): Handler | undefined => {
    const known = values.get(name);
    if (known !== undefined) return (suggest) => known.forEach(({ value, about }) => suggest(value, about));
    if (!FILES.has(kind)) return undefined;
    return () => {
      wantsFiles = true;
    };
  };

  const root = describe(program);
  for (const [path, command] of everyCommand(program)) {
    const described = root.commands.get(path);
    for (const { long, flags } of command.options) {
      const option = described?.options.get(long?.slice(2) ?? '');
      const handler = handlerFor(long ?? '', /<(\w+)>/.exec(flags)?.[1] ?? '');
      if (option !== undefined && handler !== undefined) option.handler = handler;
    }
    for (const argument of described?.arguments.values() ?? []) {
      const handler = handlerFor(argument.name, argument.name.toUpperCase());
      if (handler !== undefined) argument.handler = handler;
    }
  }
  return { root, wantsFiles: () => wantsFiles };
}

/** The command that prints a shell's script. */
const COMPLETION = 'completion';

/** The library brings its own two commands along, and commander bears no two of a name. */
function describe(program: Command): RootCommand {
  const others = new Command(program.name());
  for (const option of program.options) others.addOption(option);
  for (const command of program.commands) {
    if (![COMPLETION, 'complete'].includes(command.name())) others.addCommand(command);
  }
  return tab(others, { completionCommandName: COMPLETION });
}

function everyCommand(
  parent: Command,
  above: readonly string[] = [],
): readonly (readonly [string, Command])[] {
  return parent.commands.flatMap((command) => {
    const path = [...above, command.name()];
    return [[path.join(' '), command] as const, ...everyCommand(command, path)];
  });
}
