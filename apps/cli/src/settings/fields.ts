import { VENDORS } from '@unpush/core';
import * as z from 'zod';
import { LARGEST_BATCH, VENDOR_FIELDS } from '../vendors/fields.ts';
import { textField } from './text-field.ts';
import { SETTINGS, type FieldName } from './words.ts';

/** Longer than any answer takes; timers take no more than 24 days. */
const LONGEST_TIMEOUT_S = 3600;

const whole = ({ min, max }: { readonly min: number; readonly max: number }): z.ZodInt => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
};

const amount = (words: string): z.ZodNumber => {
  const error = `must be ${words}`;
  return z.number({ error }).positive({ error });
};

/**
 * What an app's profile can say. The same fields check flags and variables, and become the published JSON
 * Schema. There is no field for a secret, on purpose: configuration files end up in repositories.
 */
export const FIELDS = {
  vendor: z.enum(VENDORS, { error: `must be ${VENDORS.join(' or ')}` }).describe(SETTINGS.vendor.about),
  ...VENDOR_FIELDS,
  endpoint: textField().describe(SETTINGS.endpoint.about),
  ca: textField().describe(SETTINGS.ca.about),
  proxy: textField().describe(SETTINGS.proxy.about),
  quota: amount('a number of targets per second, more than 0').describe(SETTINGS.quota.about),
  concurrency: whole({ min: 1, max: 256 }).describe(SETTINGS.concurrency.about),
  batchSize: whole({ min: 1, max: LARGEST_BATCH }).describe(SETTINGS.batchSize.about),
  canary: whole({ min: 0, max: 10_000 }).describe(SETTINGS.canary.about),
  timeout: amount('a number of seconds, more than 0 and at most 3600')
    .max(LONGEST_TIMEOUT_S, {
      error: 'must be a number of seconds, more than 0 and at most 3600',
    })
    .describe(SETTINGS.timeout.about),
  ledger: textField().describe(SETTINGS.ledger.about),
  gateway: textField().describe(SETTINGS.gateway.about),
  gatewayKeyFile: textField().describe(SETTINGS.gatewayKeyFile.about),
} as const satisfies Readonly<Record<FieldName, z.ZodType>>;

/** A field's value. */
export type FieldValue<N extends FieldName> = z.output<(typeof FIELDS)[N]>;

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
