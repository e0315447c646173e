import * as z from 'zod';
import { show } from '../display/show.ts';

/** Controls have no place in an id, and half a surrogate pair is no UTF-8: the code for that is 3031. */
const UNSENDABLE = /[\p{Cc}\p{Cs}]/u;

/** What a text is for, and what is answered where there is none. */
export interface TextWords {
  /** As the end of "must be …": `the app's id (AppId)`. */
  readonly what: string;
  /** The vendor's code for an empty one. */
  readonly emptyCode?: string;
}

/** An id or a name: a text of at least one character, without white space at its ends and without controls. */
export function idSchema({ what, emptyCode }: TextWords): z.ZodType<string, string> {
  const params = emptyCode === undefined ? {} : { params: { code: emptyCode } };
  return z
    .string({ error: ({ input }) => `must be ${what} (a string), but is ${show(input)}` })
    .refine((text) => text.trim() !== '', { error: `must be ${what}, but is empty`, abort: true, ...params })
    .refine((text) => text === text.trim() && !UNSENDABLE.test(text), {
      error: `must be ${what}, without white space at its ends and without control characters`,
    });
}
