import * as z from 'zod/mini';
import type { Batch } from '../batch/batch.ts';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { parseRequest } from '../errors/parse-request.ts';
import { show } from '../display/show.ts';
import { HUAWEI_LIMITS } from './limits.ts';
import { HUAWEI_PUSH_TYPES, huaweiSelectorSchema, type HuaweiSelector } from './selector.ts';

/** A revoke request, ready to be signed and sent. */
export interface HuaweiRevokeRequest {
  readonly method: 'POST';
  /** Below the vendor's origin. */
  readonly path: string;
  /** All but `Authorization`. */
  readonly headers: { readonly 'content-type': 'application/json'; readonly 'push-type': string };
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What a revoke request is made of. */
export interface HuaweiRevoke {
  /** The *app's* client id (not the project's), as AppGallery Connect shows it. */
  readonly clientId: string;
  readonly selector: HuaweiSelector;
  readonly batch: Batch;
  /**
   * Gives the memory for the body: at least as many bytes as it is asked for, whatever is in them. Default: new
   * memory for each request, which costs about as much as sending it.
   */
  readonly into?: (bytes: number) => Uint8Array<ArrayBuffer>;
}

const clientIdSchema = z.string().check(z.regex(/^[\w.-]{1,128}$/));

/** Checks an app's client id, and gives it back. Throws {@link InvalidRequestError}. */
export function checkClientId(clientId: string): string {
  if (clientIdSchema.safeParse(clientId).success) return clientId;
  throw new InvalidRequestError([
    {
      field: 'clientId',
      problem: `must be the app's client id from AppGallery Connect (letters, digits, ".", "_", "-"), but is ${show(clientId)}`,
    },
  ]);
}

const encoder = new TextEncoder();

const CLOSE = 0x7d;

/**
 * Builds one revoke request: `POST /v1/{clientId}/messages:revoke`.
 *
 * Throws {@link InvalidRequestError} if the selector, the client id or the number of targets may not be sent.
 *
 * @see https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke
 */
export function buildRevoke({ clientId, selector, batch, into }: HuaweiRevoke): HuaweiRevokeRequest {
  const { notifyId, pushType } = parseRequest(huaweiSelectorSchema, selector);
  checkClientId(clientId);
  checkCount(batch.count);
  const head = encoder.encode(`{"notifyId":${notifyId},"token":`);
  const length = head.length + batch.jsonLength + 1;
  checkSize(length - batch.targetBytes);
  // Bytes rather than one JSON.stringify, so that targets that came as bytes never become strings
  const body = into === undefined ? new Uint8Array(length) : into(length).subarray(0, length);
  body.set(head);
  batch.writeJson(body, head.length);
  body[length - 1] = CLOSE;
  return {
    method: 'POST',
    path: `/v1/${clientId}/messages:revoke`,
    headers: { 'content-type': 'application/json', 'push-type': String(HUAWEI_PUSH_TYPES[pushType]) },
    body,
  };
}

function checkCount(count: number): void {
  const most = HUAWEI_LIMITS.tokensPerRequest;
  if (count >= 1 && count <= most) return;
  const remedy = count === 0 ? 'give at least one token' : 'divide them, or use a recall, which does so';
  throw new InvalidRequestError([
    { field: 'tokens', problem: `must be 1 to ${most} tokens a request, but are ${count}: ${remedy}` },
  ]);
}

function checkSize(bytes: number): void {
  const most = HUAWEI_LIMITS.bodyBytesWithoutTokens;
  if (bytes <= most) return;
  throw new InvalidRequestError([
    {
      field: 'body',
      problem: `must be at most ${most} bytes without the tokens, but is ${bytes}: send fewer tokens a request`,
    },
  ]);
}
