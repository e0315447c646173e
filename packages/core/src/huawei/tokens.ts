import * as z from 'zod/mini';
import { maskTarget } from '../display/mask.ts';
import { show } from '../display/show.ts';
import { HUAWEI_LIMITS } from './limits.ts';

const most = HUAWEI_LIMITS.tokensPerRequest;

// \s and control characters only: the format of push tokens is undocumented, so nothing else is wrong with one

const UNSENDABLE = /[\s\u0000-\u001f\u007f]/;

const token = z
  .string({ error: ({ input }) => `must be a push token (a string), but is ${show(input)}` })
  .check(
    z.minLength(1, { error: 'must not be empty' }),
    z.refine((text) => !UNSENDABLE.test(text), {
      error: ({ input }) =>
        `must not hold white space or control characters, but ${maskTarget(String(input))} does: trim it`,
    }),
  );

/** Checks the tokens of one request. */
export const huaweiTokensSchema = z
  .array(token, { error: ({ input }) => `must be an array of push tokens, but is ${show(input)}` })
  .check(
    z.minLength(1, { error: `must be 1 to ${most} tokens a request, but are 0: give at least one token` }),
    z.maxLength(most, {
      error: ({ input }) => {
        const { length } = input as readonly unknown[]; // nothing else gets as far as this check
        return `must be 1 to ${most} tokens a request, but are ${length}: divide them, or use a recall, which does so`;
      },
    }),
  );
