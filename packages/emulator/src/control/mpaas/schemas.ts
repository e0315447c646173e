import * as z from 'zod';
import { MPAAS_CHANNELS } from '../../mpaas/store/phones/channels.ts';

const id = z
  .string()
  .regex(/^[\w.-]{1,64}$/, 'expected 1 to 64 letters, digits, dots, dashes or underscores');
const text = z.string().min(1);
const targets = z.array(text).min(1);
const channel = z.enum(MPAAS_CHANNELS).optional();

const appName = z.strictObject({ appId: id, workspaceId: id });
const accessKeyPair = z.strictObject({ accessKeyId: text, accessKeySecret: text });

export const appSchema = z.strictObject({
  appId: id.optional(),
  workspaceId: id.optional(),
  tenantId: id.optional(),
  name: text.max(200).optional(),
  pushApiEnabled: z.boolean().optional(),
  accessKey: accessKeyPair.optional(),
});

export const pushApiSchema = z.strictObject({ position: z.enum(['on', 'off']) });

export const accessKeySchema = z.strictObject({
  accessKeyId: text.optional(),
  accessKeySecret: text.optional(),
  securityToken: text.optional(),
  expiresAt: z.number().optional(),
  active: z.boolean().optional(),
  mayCall: z.boolean().optional(),
  appId: id.optional(),
  workspaceId: id.optional(),
  mayUse: z.union([z.literal('every-app'), z.array(appName)]).optional(),
});

export const devicesSchema = z.union(
  [
    z.strictObject({ count: z.int().min(1).max(10_000_000), channel }),
    z.strictObject({ ids: targets, channel }),
  ],
  'expected { "count": 1 to 10000000, "channel"?: "…" } or { "ids": ["…"], "channel"?: "…" }',
);

export const usersSchema = z.strictObject({
  users: z.array(z.strictObject({ userId: text, device: text })).min(1),
});

const delivery = {
  messageId: text.optional(),
  addressing: z.enum(['device', 'user']).optional(),
  targets: targets.optional(),
  title: z.string().optional(),
  content: z.string().optional(),
  sentAt: z.number().optional(),
};

export const deliverySchema = z.strictObject(delivery);

export const taskSchema = z.strictObject({
  ...delivery,
  taskId: text.optional(),
  kind: z.enum(['multiple', 'broadcast']).optional(),
});

export const quotaSchema = z.strictObject({
  requestsPerSecond: z.number().positive(),
  model: z.enum(['token-bucket', 'fixed-window']).optional(),
  code: text.optional(),
  status: z.int().min(200).max(599).optional(),
  retryAfterMs: z.int().min(0).optional(),
});

export const revokedSchema = z.union(
  [z.strictObject({ messageId: text }), z.strictObject({ taskId: text })],
  'expected ?messageId= or ?taskId=',
);

export const phoneSchema = z.union(
  [z.strictObject({ device: text }), z.strictObject({ user: text })],
  'expected ?device= or ?user=',
);

export const touchSchema = z.union(
  [
    z.strictObject({ device: text, messageId: text }),
    z.strictObject({ device: text, taskId: text }),
    z.strictObject({ user: text, messageId: text }),
    z.strictObject({ user: text, taskId: text }),
  ],
  'expected "device" or "user" with "messageId" or "taskId"',
);

export const targetsSchema = z.object({
  of: z.enum(['devices', 'users']).default('devices'),
  format: z.enum(['txt', 'csv', 'ndjson', 'json']).default('txt'),
});
