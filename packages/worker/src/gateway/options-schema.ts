import { LANGUAGES } from '@unpush/core';
import * as z from 'zod/mini';
import { APP_NAME } from '../contract/app-name.ts';
import { SCOPES } from '../contract/routes.ts';

// Every message says what must stand there, and none the value: it can be a secret that stands in the wrong place

const name = z.string().check(
  z.regex(APP_NAME, {
    error: 'must be 1 to 64 of a-z, 0-9, - and _, and begin with a letter or digit',
  }),
);

const grant = {
  apps: z.union([z.literal('*'), z.array(z.string()).check(z.minLength(1))], {
    error: 'must name apps, or be "*" for all',
  }),
  scopes: z
    .array(z.enum(SCOPES, { error: `must be one of ${SCOPES.join(', ')}` }))
    .check(
      z.minLength(1, { error: `is empty: give it one of ${SCOPES.join(', ')}, or leave it out altogether` }),
    ),
};

const key = z.strictObject({
  id: z.string().check(z.regex(/^[\w.-]{1,64}$/, { error: 'must be 1 to 64 of letters, digits, and . _ -' })),
  sha256: z.string().check(
    z.regex(/^[0-9a-f]{64}$/i, {
      error:
        'must be 64 hexadecimal digits. If it is the key itself, make a new one, and give the digest: printf %s "$KEY" | sha256sum',
    }),
  ),
  ...grant,
});

const access = z.strictObject({
  team: z.string().check(
    z.regex(/^[a-z0-9-]{1,63}$/i, {
      error: 'must be TEAM of https://TEAM.cloudflareaccess.com, without the rest',
    }),
  ),
  audience: z.string().check(z.minLength(16, { error: "must be the application's Audience (AUD) tag" })),
  grants: z.record(z.string(), z.strictObject(grant)),
});

const hasMethod =
  (method: string) =>
  (given: unknown): boolean =>
    typeof given === 'object' && given !== null && method in given;

const binding = (method: string, remedy: string): z.ZodMiniType =>
  z.unknown().check(z.refine(hasMethod(method), { error: remedy }));

const GIB = 1024 ** 3;

/** What a gateway's options must be, each by itself; an app's own are its vendor's to check. */
export const optionsSchema = z.strictObject({
  objects: binding('getByName', 'must be the binding of the class: durable_objects in wrangler.jsonc'),
  failedAttempts: binding('limit', 'must be a rate limiting binding: ratelimits in wrangler.jsonc'),
  apps: z
    .record(name, z.unknown())
    .check(z.refine((apps) => Object.keys(apps).length > 0, { error: 'is empty: name one app' })),
  access: z.strictObject({ keys: z.optional(z.array(key)), cloudflareAccess: z.optional(access) }),
  corsOrigins: z.optional(
    z.array(
      z.string().check(
        z.refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin, {
          error: 'must be an origin, such as https://console.example.com: no path, and no *',
        }),
      ),
    ),
  ),
  language: z.optional(z.enum(LANGUAGES)),
  locationHint: z.optional(z.enum(['wnam', 'enam', 'sam', 'weur', 'eeur', 'apac', 'oc', 'afr', 'me'])),
  limits: z.optional(
    z.strictObject({
      jsonBytes: z.optional(z.int().check(z.gte(1024), z.lte(32 * 1024 ** 2))),
      listBytes: z.optional(z.int().check(z.gte(1024), z.lte(8 * GIB))),
      targets: z.optional(z.int().check(z.gte(1), z.lte(50_000_000))),
      requestsPerAlarm: z.optional(z.int().check(z.gte(1), z.lte(9990))),
    }),
  ),
});
