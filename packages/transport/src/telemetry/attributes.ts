import type { Batch, Vendor, Verdict } from '@unpush/core';
import type { Attributes } from '@opentelemetry/api';
import type { Endpoint } from '../endpoint/endpoint.ts';

/** What is known of an exchange before it begins. */
export interface ExchangeFacts {
  readonly vendor: Vendor;
  readonly method: string;
  readonly endpoint: Endpoint;
  /** The path with placeholders, such as `/v1/{clientId}/messages:revoke`. */
  readonly pathTemplate: string;
  /** The operation's name, where it does not stand in the path. */
  readonly rpcMethod?: string;
  /** The targets of a revoke; absent where the exchange revokes nothing. */
  readonly batch?: Batch | undefined;
}

/** The span's name: few of them, whatever is called. */
export const spanNameOf = ({ method, pathTemplate, rpcMethod }: ExchangeFacts): string =>
  rpcMethod ?? `${method} ${pathTemplate}`;

/** The span's attributes at its beginning, by OpenTelemetry's conventions for HTTP where there is one. */
export function attributesOf(facts: ExchangeFacts, server: Attributes): Attributes {
  return {
    ...server,
    'http.request.method': facts.method,
    'url.template': facts.pathTemplate,
    'unpush.vendor': facts.vendor,
    ...(facts.rpcMethod !== undefined && { 'rpc.method': facts.rpcMethod }),
    ...(facts.batch !== undefined && { 'unpush.targets': facts.batch.count }),
  };
}

/** Those of them that are the same for every exchange with an endpoint. */
export function serverAttributesOf(endpoint: Endpoint): Attributes {
  const { hostname, port, protocol } = new URL(endpoint.url);
  return {
    'server.address': hostname,
    'server.port': port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    'url.scheme': protocol.slice(0, -1),
  };
}

/** What the end of an exchange adds to its span. Never a target, a vendor's free text or a credential. */
export function attributesOfVerdict(verdict: Verdict): Attributes {
  const { httpStatus, code, requestId, retryAfterMs, credentialId, failure } = verdict;
  const error = errorTypeOf(verdict);
  return {
    'unpush.advice': verdict.advice,
    'unpush.about': verdict.about,
    'unpush.may_have_been_received': verdict.mayHaveBeenReceived,
    ...(httpStatus !== undefined && { 'http.response.status_code': httpStatus }),
    ...(code !== undefined && { 'unpush.code': code }),
    ...(requestId !== undefined && { 'unpush.request_id': requestId }),
    ...(retryAfterMs !== undefined && { 'unpush.retry_after_ms': retryAfterMs }),
    ...(credentialId !== undefined && { 'unpush.credential_id': credentialId }),
    ...(failure !== undefined && { 'unpush.failure': failure }),
    ...(error !== undefined && { 'error.type': error }),
  };
}

function errorTypeOf({ advice, failure, code, httpStatus }: Verdict): string | undefined {
  if (advice === 'done') return undefined;
  if (code !== undefined) return code;
  const isSuccess = httpStatus === undefined || (httpStatus >= 200 && httpStatus < 300);
  return isSuccess ? (failure ?? '_OTHER') : String(httpStatus);
}
