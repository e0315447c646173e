import type { Language } from '@unpush/core';
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

/** A secret: its text, or a binding of the Secrets Store. */
export type SecretValue = string | { get(): Promise<string> };

/** What every app has, whichever its vendor. */
export interface GatewayAppBase {
  /** Where requests go. Default: the vendor's own. `https` only, or `http` to this very machine. */
  readonly endpoint?: string;
  /** The most targets per second, where it is known. Without it the pacer finds the vendor's own. */
  readonly quota?: number;
  /** The most requests under way at once, from 1 to 6: the platform opens no more. Default 6. */
  readonly concurrency?: number;
}

/** An app of Huawei Push Kit. */
export interface HuaweiGatewayApp extends GatewayAppBase {
  readonly vendor: 'huawei';
  /** The *app's* client id (not the project's), as AppGallery Connect shows it. */
  readonly clientId: string;
  /** What AppGallery Connect gave out, as JSON text. */
  readonly serviceAccount: SecretValue;
}

/** An app of mPaaS Message Push, in one workspace. */
export interface MpaasGatewayApp extends GatewayAppBase {
  readonly vendor: 'mpaas';
  readonly appId: string;
  readonly workspaceId: string;
  readonly tenantId?: string;
  readonly region?: string;
  /** The access key as JSON text, as Alibaba Cloud's own SDKs name its fields. */
  readonly accessKey: SecretValue;
}

/** An app at its vendor. */
export type GatewayAppOptions = HuaweiGatewayApp | MpaasGatewayApp;

/** Tells the options from the bindings. Called in the Worker, and in each object. */
export type OptionsOf<Env> = (env: Env) => GatewayOptions | Promise<GatewayOptions>;
