import * as z from 'zod';
import { faultSchema } from '../faults/fault.ts';

const MAX_NOTIFY_ID = 2_147_483_647;
const id = z
  .string()
  .regex(/^[\w.-]{1,64}$/, 'expected 1 to 64 letters, digits, dots, dashes or underscores');
const notifyId = z.int().min(0).max(MAX_NOTIFY_ID);
const tokens = z.array(z.string().min(1)).min(1);

const serviceAccount = z.strictObject({
  project_id: id,
  key_id: z.string().min(1),
  private_key: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  sub_account: z.string().min(1),
  auth_uri: z.string(),
  token_uri: z.string(),
  auth_provider_cert_uri: z.string(),
  client_cert_uri: z.string(),
});

export const appSchema = z.strictObject({
  clientId: id.optional(),
  projectId: id.optional(),
  name: z.string().min(1).max(200).optional(),
  serviceAccount: serviceAccount.optional(),
  keyBits: z.literal([2048, 4096]).optional(),
  pushEnabled: z.boolean().optional(),
  mayRevoke: z.boolean().optional(),
});

export const devicesSchema = z.union(
  [z.strictObject({ count: z.int().min(1).max(10_000_000) }), z.strictObject({ tokens })],
  'expected { "count": 1 to 10000000 } or { "tokens": ["…"] }',
);

export const deliverySchema = z.strictObject({
  notifyId: notifyId.optional(),
  pushType: z.enum(['0', '2']).optional(),
  title: z.string().optional(),
  body: z.string().optional(),
  tokens: tokens.optional(),
});

export const clickSchema = z.strictObject({ token: z.string().min(1), notifyId });

export const quotaSchema = z.strictObject({
  devicesPerSecond: z.number().positive(),
  model: z.enum(['token-bucket', 'fixed-window']).optional(),
  retryAfter: z
    .strictObject({ seconds: z.int().min(0), as: z.enum(['seconds', 'date']).default('seconds') })
    .optional(),
  body: z.enum(['json', 'html', 'empty']).optional(),
});

export const faultsSchema = z.array(faultSchema);

export const pageSchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(100),
});

export const tokensSchema = z.object({
  clientId: id,
  format: z.enum(['txt', 'csv', 'ndjson', 'json']).default('txt'),
});

export const notifyIdSchema = z.object({ notifyId: z.coerce.number().pipe(notifyId) });
