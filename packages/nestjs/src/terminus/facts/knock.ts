import { NoAnswerError, type Failure } from '@unpush/core';
import type { HttpSender } from '@unpush/transport';
import { inTime, LATE } from './in-time.ts';

/** So that the sender itself says why no answer came. */
const GRACE_MS = 50;

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
    const sending = send(request, { signal: AbortSignal.timeout(timeoutMs) });
    // A sender of the team's may not look at the signal
    return (await inTime(sending, timeoutMs + GRACE_MS)) === LATE ? 'timeout' : undefined;
  } catch (error) {
    if (!NoAnswerError.isInstance(error)) throw error;
    return error.failure === 'aborted' ? 'timeout' : error.failure;
  }
}
