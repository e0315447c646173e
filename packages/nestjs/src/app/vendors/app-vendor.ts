import type { TokenCache, HttpSender } from '@unpush/transport';
import type * as z from 'zod';
import type { UnpushApp } from '../app.ts';

/** What the module makes an app with, beside the options of the app itself. */
export interface AppMeans {
  /** As the options name it. */
  readonly name: string;
  readonly send: HttpSender;
  readonly tokenCache: TokenCache;
  /** Told what an operator should know, in a sentence without secrets. */
  readonly warn: (message: string) => void;
}

/** How the module speaks to one vendor. */
export interface AppVendor<O> {
  /** The option that holds the credential: it is named where the credential cannot be used. */
  readonly credential: keyof O & string;
  /** What the options of an app can be: their shape. What they mean is found out when it is opened. */
  readonly schema: z.ZodType<O>;
  /**
   * Loads the credential, and makes the app ready. Nothing is sent. Rejects with `CredentialError`, or with
   * `InvalidRequestError` whose fields are those of the options.
   */
  readonly open: (options: O, means: AppMeans) => Promise<UnpushApp>;
}
