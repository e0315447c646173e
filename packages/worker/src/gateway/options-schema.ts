import { LANGUAGES } from '@unpush/core';
import * as z from 'zod';
import { APP_NAME } from '../contract/app-name.ts';
import { SCOPES } from '../contract/routes.ts';

// Every message names a remedy, and none the value: it can be a secret that stands in the wrong place

const name = z.string().regex(APP_NAME, {
  error: 'must be 1 to 64 of a-z, 0-9, - and _, and begin with a letter or digit',
});

const grant = {
  apps: z.union([z.literal('*'), z.array(z.string()).min(1)], { error: 'must name apps, or be "*" for all' }),
  scopes: z
    .array(z.enum(SCOPES, { error: `must be one of ${SCOPES.join(', ')}` }))
    .min(1, { error: `is empty: give it one of ${SCOPES.join(', ')}, or leave it out altogether` }),
};

const key = z.strictObject({
  id: z.string().regex(/^[\w.@-]{1,64}$/, { error: 'must be 1 to 64 of letters, digits, and . _ @ -' }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/i, {
    error:
      'must be 64 hexadecimal digits. If it is the key itself, make a new one, and give the digest: printf %s "$KEY" | sha256sum',
  }),
  ...grant,
});

const access = z.strictObject({
  team: z.string().regex(/^[a-z0-9-]{1,63}$/i, {
    error: 'must be TEAM of https://TEAM.cloudflareaccess.com, without the rest',
  }),
  audience: z.string().min(16, { error: "must be the application's Audience (AUD) tag" }),
  grants: z.record(z.string(), z.strictObject(grant)),
});

const hasMethod =
  (method: string) =>
  (given: unknown): boolean =>
    typeof given === 'object' && given !== null && method in given;

const secret = z
  .unknown()
  .refine((given) => hasMethod('get')(given) || (typeof given === 'string' && given !== ''), {
    error: 'must be a secret: its text (wrangler secret put), or a binding of the Secrets Store',
  });

const text = z
  .string({ error: 'must be text, and is missing or something else' })
  .min(1, { error: 'is empty' });

const ofEveryApp = {
  endpoint: z.url({ protocol: /^https?$/, error: 'must be a URL of https' }).optional(),
  quota: z.number().positive().optional(),
  concurrency: z.int().min(1).max(6, { error: 'must be from 1 to 6: the platform opens no more' }).optional(),
};

const app = z.discriminatedUnion('vendor', [
  z.strictObject({ vendor: z.literal('huawei'), clientId: text, serviceAccount: secret, ...ofEveryApp }),
  z.strictObject({
    vendor: z.literal('mpaas'),
    appId: text,
    workspaceId: text,
    tenantId: text.optional(),
    region: text.optional(),
    accessKey: secret,
    ...ofEveryApp,
  }),
]);

const binding = (method: string, remedy: string): z.ZodType =>
  z.unknown().refine(hasMethod(method), { error: remedy });

const GIB = 1024 ** 3;

/** What a gateway's options must be, each by itself. */
export const optionsSchema = z.strictObject({
  objects: binding('getByName', 'must be the binding of the class: durable_objects in wrangler.jsonc'),
  failedAttempts: binding('limit', 'must be a rate limiting binding: ratelimits in wrangler.jsonc'),
  apps: z
    .record(name, app)
    .refine((apps) => Object.keys(apps).length > 0, { error: 'is empty: name one app' }),
  access: z.strictObject({ keys: z.array(key).optional(), cloudflareAccess: access.optional() }),
  corsOrigins: z
    .array(
      z.string().refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin, {
        error: 'must be an origin, such as https://console.example.com: no path, and no *',
      }),
    )
    .optional(),
  language: z.enum(LANGUAGES).optional(),
  locationHint: z.enum(['wnam', 'enam', 'sam', 'weur', 'eeur', 'apac', 'oc', 'afr', 'me']).optional(),
  limits: z
    .strictObject({
      jsonBytes: z
        .int()
        .min(1024)
        .max(32 * 1024 ** 2)
        .optional(),
      listBytes: z
        .int()
        .min(1024)
        .max(8 * GIB)
        .optional(),
      targets: z.int().min(1).max(50_000_000).optional(),
      requestsPerAlarm: z.int().min(1).max(9990).optional(),
    })
    .optional(),
});
