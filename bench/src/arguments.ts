import { parseArgs } from 'node:util';

/** The benchmarks by their letters. */
export const LETTERS = ['a', 'b', 'c', 'd', 'e'] as const;
export type Letter = (typeof LETTERS)[number];

/** What the caller asked for. */
export interface Arguments {
  readonly letters: readonly Letter[];
  /** Short runs, to see that everything works; their figures say little. */
  readonly quick: boolean;
  /** Replaces docs/benchmarks.md. */
  readonly write: boolean;
  /** How often each comparison is made. Undefined: as each benchmark thinks best. */
  readonly rounds: number | undefined;
  /** The command line to measure. Undefined: the one built in this workspace. */
  readonly cli: string | undefined;
}

/** @throws Error for what cannot be understood, with a message for the caller. */
export function parseArguments(given: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      cli: { type: 'string' },
    },
  });
  const letters = positionals.map(letterOf);
  if (values.write && (values.quick || letters.length > 0)) {
    throw new Error('--write replaces the whole page, so it goes with neither --quick nor single benchmarks');
  }
  return {
    letters: letters.length === 0 ? LETTERS : LETTERS.filter((letter) => letters.includes(letter)),
    quick: values.quick,
    write: values.write,
    rounds: values.rounds === undefined ? undefined : roundsOf(values.rounds),
    cli: values.cli,
  };
}

function letterOf(text: string): Letter {
  const letter = LETTERS.find((each) => each === text);
  if (letter === undefined) throw new Error(`"${text}" is no benchmark: choose from ${LETTERS.join(', ')}`);
  return letter;
}

function roundsOf(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= 1) return rounds;
  throw new Error(`--rounds must be an integer from 1, not "${text}"`);
}
