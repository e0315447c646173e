import * as z from 'zod/mini';
import { codeParams } from '../../fields/code-params.ts';
import { idSchema } from '../../fields/text.ts';
import { MPAAS_LIMITS } from '../../limits.ts';

const most = MPAAS_LIMITS.templateNameCharacters;
const what = "the template's name (TemplateName)";

/** A template's name: not empty (3037), up to 200 characters and without a comma (3038). */
export const templateNameSchema = idSchema({ what, emptyCode: '3037' }).check(
  z.refine((name) => lengthOf(name) <= most, {
    error: ({ input }) => `must be ${what}, at most ${most} characters, but has ${lengthOf(String(input))}`,
    ...codeParams('3038'),
  }),
  z.refine((name) => !name.includes(','), {
    error: `must be ${what}, and hold no comma`,
    ...codeParams('3038'),
  }),
);

/** In characters as people count them: half of a surrogate pair is none. */
const lengthOf = (text: string): number => Array.from(text).length;
