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
