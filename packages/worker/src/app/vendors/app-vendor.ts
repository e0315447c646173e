import type * as z from 'zod/mini';
import type { HttpSender, TokenCache } from '@unpush/transport';
import type { GatewayApp } from '../app.ts';

/** What an app is made with, beside its own options. */
export interface AppMeans {
  /** As the options name it. */
  readonly name: string;
  readonly send: HttpSender;
  readonly tokenCache: TokenCache;
  /** Told what an operator should know, in a sentence without secrets. */
  readonly warn: (message: string) => void;
}

/** How the gateway speaks to one vendor. */
export interface AppVendor<O> {
  /** What the options must be, but for `vendor`. */
  readonly schema: z.core.$ZodType;
  /** The fields that a selector can have. */
  readonly selectorFields: readonly string[];
  /** The app in the vendor's words: Huawei's client id; of mPaaS app and workspace, with a slash between. */
  readonly vendorApp: (options: O) => string;
  /**
   * Makes an app of its options, without its credential: records are read although that cannot be used. Throws
   * `InvalidRequestError` whose fields are those of the options.
   */
  readonly open: (options: O, means: AppMeans) => GatewayApp;
}

/** The platform opens no more connections at once for one invocation. */
export const MOST_CONNECTIONS = 6;
