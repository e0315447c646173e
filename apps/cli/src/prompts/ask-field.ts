import { isCancel, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import { SettingsError } from '../errors/settings-error.ts';
import type { FieldName } from '../settings/words.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { asTyped } from './as-typed.ts';
import { problemWith } from './check-answer.ts';

/** What is asked for. */
export interface FieldQuestion {
  readonly message: string;
  readonly placeholder?: string;
  /** Whether nothing will do as well. */
  readonly isOptional?: true;
  /** Beyond the field's own check. */
  readonly validate?: (answer: string) => Promise<string | undefined>;
}

/** Asks for a setting until it is one that may be; an optional one that is left out is ''. Throws {@link SettingsError} when the person gives up. */
export async function askField(
  name: FieldName,
  { validate, isOptional, ...question }: FieldQuestion,
  terminal: Terminal,
): Promise<string> {
  const answer = await text({
    ...question,
    validate: async (typed = '') => {
      const trimmed = typed.trim();
      if (isOptional === true && trimmed === '') return undefined;
      return sentence(problemWith(name, asTyped(name, trimmed))) ?? (await validate?.(trimmed));
    },
    ...screenOf(terminal),
  });
  // clack gives undefined for an empty line
  return ((given(answer) as string | undefined) ?? '').trim();
}

/** What is wrong with an answer, as a sentence of its own. */
export const sentence = (problem: string | undefined): string | undefined =>
  problem === undefined ? undefined : `It ${problem}`;

/** Only a screen is ever handed in here, and a screen is what clack wants. */
export const screenOf = ({ stdin, stderr }: Terminal): { input: Readable; output: Writable } => ({
  input: stdin,
  output: stderr,
});

/** The answer, or an error if there was none. */
export function given<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new SettingsError('given up: nothing was written');
  return answer as Exclude<T, symbol>; // the one symbol that clack answers with is gone now
}
