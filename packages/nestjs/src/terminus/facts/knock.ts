import { NoAnswerError, type Failure } from '@unpush/core';
import type { HttpSender } from '@unpush/transport';

/** Whom to knock at, and how long to wait. */
export interface KnockOptions {
  readonly endpoint: string;
  readonly send: HttpSender;
  readonly timeoutMs: number;
}

/**
 * Asks for the root of an endpoint, the way every request goes: proxy, pool and certificates included. It carries no
 * credential and names no app, so that no vendor can do anything about it; any answer will do.
 *
 * Resolves with why none came, or `undefined` where one did.
 */
export async function knock({ endpoint, send, timeoutMs }: KnockOptions): Promise<Failure | undefined> {
  const request = {
    method: 'GET',
    url: new URL('/', endpoint).href,
    headers: {},
    body: new Uint8Array(),
  } as const;
  try {
    await send(request, { signal: AbortSignal.timeout(timeoutMs) });
    return undefined;
  } catch (error) {
    if (!NoAnswerError.isInstance(error)) throw error;
    return error.failure === 'aborted' ? 'timeout' : error.failure;
  }
}
