import * as z from 'zod';
import { SCOPES } from './routes.ts';

/** An app that the caller may use, and what for. */
export const appSchema = z
  .object({
    name: z.string(),
    vendor: z.string(),
    /** In the vendor's words. */
    vendorApp: z.string().optional(),
    scopes: z.array(z.enum(SCOPES)),
    /** The fields of a selector, as a query names them. */
    selectorFields: z.array(z.string()),
  })
  .meta({ id: 'App' });

/** The answer of `GET /v1/apps`. */
export const appListSchema = z.object({ apps: z.array(appSchema) }).meta({ id: 'AppList' });

/** An app, as a caller sees it. */
export type AppAnswer = z.infer<typeof appSchema>;

/** The answer of `GET /healthz`. */
export const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
