import { InvalidRequestError } from '@unpush/core';
import type { Endpoint } from '@unpush/transport';
import * as z from 'zod/mini';
import { MOST_CONNECTIONS } from './app-vendor.ts';

// Every message names a remedy, and none the value: it can be a secret that stands in the wrong place

/** A text that must be there. */
export const text = z
  .string({ error: 'must be text, and is missing or something else' })
  .check(z.minLength(1, { error: 'is empty: give it, as the vendor shows it' }));

/** A secret: its text, or a binding. */
export const secret = z.unknown().check(
  z.refine((given) => isStored(given) || (typeof given === 'string' && given !== ''), {
    error: 'must be a secret: its text (wrangler secret put), or a binding of the Secrets Store',
  }),
);

const isStored = (given: unknown): boolean => typeof given === 'object' && given !== null && 'get' in given;

/** A vendor's check of where its credential may go. Throws `InvalidRequestError`. */
export type EndpointOf = (options: { readonly url: string }) => Endpoint;

interface EveryAppFields {
  readonly endpoint: z.ZodMiniOptional<z.ZodMiniString>;
  readonly quota: z.ZodMiniOptional<z.ZodMiniNumber>;
  readonly concurrency: z.ZodMiniOptional<z.ZodMiniNumber>;
}

/** What every app has; `endpointOf` is the vendor's. */
export const ofEveryApp = (endpointOf: EndpointOf): EveryAppFields => ({
  endpoint: z.optional(z.string({ error: 'must be a URL of https' }).check(good(endpointOf))),
  quota: z.optional(
    z
      .number({ error: 'must be a number: the targets per second that the vendor takes' })
      .check(z.positive({ error: 'must be more than 0: leave it out where it is not known' })),
  ),
  concurrency: z.optional(
    z.int({ error: `must be a whole number from 1 to ${MOST_CONNECTIONS}` }).check(
      z.gte(1, { error: `must be from 1 to ${MOST_CONNECTIONS}` }),
      z.lte(MOST_CONNECTIONS, {
        error: `must be from 1 to ${MOST_CONNECTIONS}: the platform opens no more`,
      }),
    ),
  ),
});

const good =
  (endpointOf: EndpointOf): z.core.CheckFn<string> =>
  ({ value, issues }) => {
    try {
      endpointOf({ url: value });
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      for (const { problem: message } of error.problems)
        issues.push({ code: 'custom', input: value, message });
    }
  };
