import * as z from 'zod/mini';
import { show } from '../../display/show.ts';
import { codeParams } from './code-params.ts';

/** What a whole number is for. */
export interface IntegerWords {
  /** As in "must be …": `how long the message lives, in seconds (ExpiredSeconds)`. */
  readonly what: string;
  /** The least there can be. Default: 0. */
  readonly min?: number;
  /** The vendor's code for another value, or none. */
  readonly code?: string;
}

/** A whole number that JavaScript holds exactly. */
export function integerSchema({ what, min = 0, code }: IntegerWords): z.ZodMiniType<number, number> {
  return z.custom<number>(
    (given) => typeof given === 'number' && Number.isSafeInteger(given) && given >= min,
    {
      error: ({ input }) => `must be ${what}, an integer, ${min} or more, but is ${show(input)}`,
      ...codeParams(code),
    },
  );
}
