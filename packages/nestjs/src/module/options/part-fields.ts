import type { RecallStore } from '@unpush/recall';
import type { HttpSender, TokenCache } from '@unpush/transport';
import type { UndiciSenderOptions } from '@unpush/transport/undici';
import * as z from 'zod';
import type { RecallRunnerFactory } from '../../recalls/runner/recall-runner.ts';
import { kindShown } from '../../options/kind-shown.ts';
import { countField, optionsObject, switchField, textField, timeField } from '../../options/fields.ts';
import type { LedgerDirectory, RecallStoreFactory } from './module-options.ts';

const isFunction = (given: unknown): boolean => typeof given === 'function';

const hasMethod = (given: unknown, name: string): boolean =>
  // The cast: an object may hold anything
  typeof given === 'object' && given !== null && isFunction((given as Record<string, unknown>)[name]);

/** A store, a function that makes one, or the options of a directory. */
export const ledgerField: z.ZodType<LedgerDirectory | RecallStore | RecallStoreFactory> = z.union(
  [
    z.custom<RecallStore>((given) => hasMethod(given, 'admit')),
    z.custom<RecallStoreFactory>(isFunction),
    optionsObject({ directory: textField('the path of a directory') }),
  ],
  {
    error: ({ input }) =>
      `must be { directory: PATH }, a RecallStore or a function that makes one; got ${kindShown(input)}`,
  },
);

const senderOptions: z.ZodType<UndiciSenderOptions> = optionsObject({
  ca: z
    .union([z.string(), z.array(z.string())], {
      error: ({ input }) =>
        `must be certificates as PEM, in a text or an array of texts; got ${kindShown(input)}`,
    })
    .exactOptional(),
  connections: countField({ least: 1 }).exactOptional(),
  timeouts: optionsObject({
    connectMs: timeField().exactOptional(),
    answerMs: timeField().exactOptional(),
  }).exactOptional(),
  proxy: textField('the URL of a proxy, or "environment"').exactOptional(),
  http2: switchField().exactOptional(),
});

/** A sender, or the options of the usual one. */
export const senderField: z.ZodType<UndiciSenderOptions | HttpSender> = z
  .unknown()
  .transform((given, context): UndiciSenderOptions | HttpSender => {
    // The cast: what a function takes cannot be looked at
    if (isFunction(given)) return given as HttpSender;
    const checked = senderOptions.safeParse(given);
    if (checked.success) return checked.data;
    for (const { path, message } of checked.error.issues) {
      // Without the input: a proxy's URL may hold a password
      context.issues.push({ code: 'custom', input: undefined, message, path });
    }
    return z.NEVER;
  });

/** A cache for tokens. */
export const tokenCacheField: z.ZodType<TokenCache> = z.custom<TokenCache>(
  (given) => hasMethod(given, 'get') && hasMethod(given, 'set'),
  { error: ({ input }) => `must be a TokenCache, with get and set; got ${kindShown(input)}` },
);

/** What makes a runner. */
export const runnerField: z.ZodType<RecallRunnerFactory> = z.custom<RecallRunnerFactory>(isFunction, {
  error: ({ input }) => `must be a function that makes a RecallRunner; got ${kindShown(input)}`,
});
