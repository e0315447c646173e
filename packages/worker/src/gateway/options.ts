import type { Language } from '@unpush/core';
import type { GatewayAppOptions } from '../app/app-options.ts';
import type { Scope } from '../contract/routes.ts';

/** What a gateway is made of, told from the bindings of its Worker. */
export interface GatewayOptions {
  /** The binding of the Durable Object class. */
  readonly objects: DurableObjectNamespace;
  /** The apps, by our own names: 1 to 64 of `a-z`, `0-9`, `-` and `_`. */
  readonly apps: Readonly<Record<string, GatewayAppOptions>>;
  /** Who may call. One of the two at least. */
  readonly access: AccessOptions;
  /** The rate limiting binding that failed attempts are counted by, for each address. */
  readonly failedAttempts: RateLimit;
  /** Which pages of other origins may call. None unless named. */
  readonly corsOrigins?: readonly string[];
  /** The language for callers who ask for none that there is. Default `en`. */
  readonly language?: Language;
  /** Where new objects are made: near the vendor. Default `apac`. */
  readonly locationHint?: DurableObjectLocationHint;
  readonly limits?: GatewayLimits;
}

/** Limits, beyond those of the platform. */
export interface GatewayLimits {
  /** The most bytes of a JSON body. Default 4 MiB. */
  readonly jsonBytes?: number;
  /** The most bytes of a whole list, after gunzip. Default 4 GiB. */
  readonly listBytes?: number;
  /** The most targets of a recall. Default 10,000,000. */
  readonly targets?: number;
  /**
   * The most requests to the vendor that one alarm makes: at least 10 below what the plan allows an invocation
   * (10,000 paid, 50 free). Default 1000.
   */
  readonly requestsPerAlarm?: number;
}

/** Who may call. */
export interface AccessOptions {
  readonly keys?: readonly GatewayKey[];
  readonly cloudflareAccess?: CloudflareAccessOptions;
}

/** A bearer key, of which only the digest is known. */
export interface GatewayKey {
  /** Who holds it, for the record: `oncall`, `ci`. */
  readonly id: string;
  /** SHA-256 of the key, in hexadecimal. */
  readonly sha256: string;
  /** Our own names of the apps, or `*` for all. */
  readonly apps: readonly string[] | '*';
  readonly scopes: readonly Scope[];
}

/** Cloudflare Access in front of the gateway. */
export interface CloudflareAccessOptions {
  /** `TEAM` of `https://TEAM.cloudflareaccess.com`. */
  readonly team: string;
  /** The Application Audience (AUD) tag. */
  readonly audience: string;
  /** What those may do whom Access lets in, by e-mail address, or `*` for all others. */
  readonly grants: Readonly<
    Record<string, { readonly apps: readonly string[] | '*'; readonly scopes: readonly Scope[] }>
  >;
}

/** Tells the options from the bindings. Called in the Worker, and in each object. */
export type OptionsOf<Env> = (env: Env) => GatewayOptions | Promise<GatewayOptions>;
