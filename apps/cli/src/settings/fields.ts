import { HUAWEI_LIMITS, VENDORS } from '@unpush/core';
import * as z from 'zod';
import { SETTINGS, type FieldName } from './words.ts';

/**
 * What an app's profile can say. The same fields check flags and variables, and become the published JSON
 * Schema. There is no field for a secret, on purpose: configuration files end up in repositories.
 */
export const FIELDS = {
  vendor: z.enum(VENDORS).describe(SETTINGS.vendor.about),
  clientId: z.string().min(1).describe(SETTINGS.clientId.about),
  serviceAccount: z.string().min(1).describe(SETTINGS.serviceAccount.about),
  serviceAccountVariable: z
    .string()
    .regex(/^[A-Za-z_]\w*$/)
    .describe(SETTINGS.serviceAccountVariable.about),
  endpoint: z.string().min(1).describe(SETTINGS.endpoint.about),
  ca: z.string().min(1).describe(SETTINGS.ca.about),
  proxy: z.string().min(1).describe(SETTINGS.proxy.about),
  quota: z.number().positive().describe(SETTINGS.quota.about),
  concurrency: z.int().min(1).max(256).describe(SETTINGS.concurrency.about),
  batchSize: z.int().min(1).max(HUAWEI_LIMITS.tokensPerRequest).describe(SETTINGS.batchSize.about),
  canary: z.int().min(0).describe(SETTINGS.canary.about),
  timeout: z.number().positive().describe(SETTINGS.timeout.about),
} as const satisfies Readonly<Record<FieldName, z.ZodType>>;

/** A field's value. */
export type FieldValue<N extends FieldName> = z.output<(typeof FIELDS)[N]>;

/** Fields that name a file: relative to the working directory, or in a profile to the configuration file. */
export const PATHS: ReadonlySet<FieldName> = new Set(['serviceAccount', 'ca']);

const profileSchema = z
  .strictObject(FIELDS)
  .partial()
  .describe('One app: where it is reached and how fast. Flags and UNPUSH_* variables come before it.');

/** `unpush.config.json`. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional(),
    defaultApp: z
      .string()
      .min(1)
      .optional()
      .describe('The profile used when neither --app nor UNPUSH_APP names one.'),
    apps: z.record(z.string(), profileSchema).describe('Profiles by name.'),
  })
  .describe('Configuration of the unpush command line. It holds no secrets.');

export type Profile = z.output<typeof profileSchema>;
export type Config = z.output<typeof configSchema>;
