import type * as z from 'zod';
import { countField, quotaField, textField } from '../../options/fields.ts';

/** What the options of every app hold, whichever its vendor. */
export interface AppBaseOptions {
  /**
   * Where requests go. Default: the vendor's own. `https` only, or `http` to this very machine. What stands in code
   * counts as named by you: a stranger who is named here gets your credential.
   */
  readonly endpoint?: string;
  /** The most targets per second, where it is known. Without it the pacer finds the vendor's own. */
  readonly quota?: number;
  /** The most requests of this app under way at once, from 1. Default 128. */
  readonly concurrency?: number;
}

/** The most requests of an app under way at once, unless said otherwise. */
export const DEFAULT_CONCURRENCY = 128;

/** The fields of {@link AppBaseOptions}. */
export const APP_BASE_FIELDS = {
  endpoint: textField('a URL').exactOptional(),
  quota: quotaField().exactOptional(),
  concurrency: countField({ least: 1 }).exactOptional(),
} as const satisfies Readonly<Record<keyof AppBaseOptions, z.ZodType>>;
