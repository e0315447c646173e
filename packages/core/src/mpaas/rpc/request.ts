import { checkMpaasApp, type MpaasApp } from '../app.ts';
import { encodeForm, type RpcParameters } from './form.ts';

/** The version of the mPaaS API whose operations these are. */
export const MPAAS_API_VERSION = '2020-10-28';

/** A request of the RPC style, ready to be signed and sent: `POST /` below the vendor's origin. */
export interface MpaasRequest {
  readonly method: 'POST';
  readonly path: '/';
  /** The operation's name, for the header `x-acs-action`. */
  readonly action: string;
  /** For the header `x-acs-version`. */
  readonly version: typeof MPAAS_API_VERSION;
  /** All but what is signed anew with each attempt. */
  readonly headers: {
    readonly accept: 'application/json';
    readonly 'content-type': 'application/x-www-form-urlencoded';
  };
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What a request of the RPC style is made of. */
export interface RpcCall {
  readonly app: MpaasApp;
  readonly action: string;
  /** All but `AppId`, `WorkspaceId` and `TenantId`. */
  readonly parameters: RpcParameters;
}

const encoder = new TextEncoder();

/** Builds a request. Throws `InvalidRequestError` for an app that cannot be one. */
export function buildRpc({ app, action, parameters }: RpcCall): MpaasRequest {
  const { appId, workspaceId, tenantId } = checkMpaasApp(app);
  const form = encodeForm({ ...parameters, AppId: appId, WorkspaceId: workspaceId, TenantId: tenantId });
  return {
    method: 'POST',
    path: '/',
    action,
    version: MPAAS_API_VERSION,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    // Copied: the types of Workers do not say that its memory is never shared
    body: new Uint8Array(encoder.encode(form)),
  };
}
