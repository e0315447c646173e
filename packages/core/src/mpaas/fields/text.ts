import * as z from 'zod/mini';
import { maskTarget } from '../../display/mask.ts';
import { show } from '../../display/show.ts';
import { codeParams } from './code-params.ts';

/** What a text is for, and what is answered where there is none. */
export interface TextWords {
  /** As the end of "must be …": `the app's id (AppId)`. */
  readonly what: string;
  /** The vendor's code for an empty or missing one. */
  readonly emptyCode?: string;
  /** It names somebody, and is not shown whole. */
  readonly isTarget?: true;
}

/** A text that people read: a string that is not blank. Half a surrogate pair is no UTF-8 (3031). */
export function textSchema({ what, emptyCode, isTarget }: TextWords): z.ZodMiniType<string, string> {
  const params = codeParams(emptyCode);
  const error = ({ input }: { readonly input?: unknown }): string =>
    `must be ${what} (a string), but is ${isTarget === true ? showMasked(input) : show(input)}`;
  return z
    .custom<string>((given: unknown) => given !== undefined && given !== null, {
      error,
      abort: true,
      ...params,
    })
    .check(
      z.refine((given: unknown) => typeof given === 'string', {
        error,
        abort: true,
      }),
      z.refine((text) => text.trim() !== '', {
        error: `must be ${what}, but is empty`,
        abort: true,
        ...params,
      }),
      z.refine((text) => text.isWellFormed(), {
        error: `must be ${what}, but holds half a surrogate pair: it was cut within a character`,
        abort: true,
        ...codeParams('3031'),
      }),
    );
}

/** A telephone number can be a user's id, and be passed as a number. */
const showMasked = (input: unknown): string =>
  typeof input === 'number' || typeof input === 'bigint'
    ? `the ${typeof input} ${maskTarget(String(input))}`
    : show(input);

/** An id or a name: a text without white space at its ends and without control characters. */
export function idSchema(words: TextWords): z.ZodMiniType<string, string> {
  return textSchema(words).check(
    z.refine((text) => text === text.trim() && !/\p{Cc}/u.test(text), {
      error: `must be ${words.what}, without white space at its ends and without control characters`,
    }),
  );
}
