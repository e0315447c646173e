import type { MpaasRequest } from '@unpush/core';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { HttpRequest } from '../http/http-sender.ts';
import { hashOf, signAcs3 } from './acs3.ts';
import type { MpaasCredential } from './credential-source.ts';

/** What is fresh in each attempt. */
export interface Attempt {
  /** By our wall clock, in milliseconds since 1970. */
  readonly now: number;
  /** Never the same twice: the gateway refuses one that it has seen. */
  readonly nonce: string;
}

/** What a request is signed with, and for where. */
export interface Signing extends Attempt {
  readonly endpoint: Endpoint;
  readonly credential: MpaasCredential;
}

/** A request as it is sent: signed, with the date and nonce of this one attempt. */
export async function signRequest(
  { method, path, action, version, headers, body }: MpaasRequest,
  { endpoint, credential, now, nonce }: Signing,
): Promise<HttpRequest> {
  const { accessKey, key, clockOffsetMs } = credential;
  const { accessKeyId } = accessKey;
  const securityToken = accessKey.securityToken();
  const url = new URL(endpoint.url + path);
  const bodyHash = await hashOf(body);
  // Whoever sends writes the Host from the URL, so it is signed and not sent twice
  const sent = {
    'content-type': headers['content-type'],
    'x-acs-action': action,
    'x-acs-version': version,
    'x-acs-date': dateOf(now + clockOffsetMs),
    'x-acs-signature-nonce': nonce,
    'x-acs-content-sha256': bodyHash,
    ...(securityToken !== undefined && {
      'x-acs-accesskey-id': accessKeyId,
      'x-acs-security-token': securityToken,
    }),
  };
  const authorization = await signAcs3(
    { method, path: url.pathname, headers: { host: url.host, ...sent }, bodyHash },
    { accessKeyId, key },
  );
  return { method, url: url.href, headers: { ...sent, accept: headers.accept, authorization }, body };
}

/** `2026-01-02T03:04:05Z` */
const dateOf = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
