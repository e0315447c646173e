import { NoAnswerError, verdictOfNoAnswer, type Clock, type CredentialId } from '@unpush/core';
import { abortable, hasAborted } from '../async/abortable.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { timesOf } from './answer-times.ts';
import { aborted } from './endings.ts';
import type { Exchanged } from './exchanged.ts';
import type { HttpAnswer, HttpRequest, HttpSender } from './http-sender.ts';

/** One exchange under a credential, in the parts that differ from vendor to vendor. */
export interface SignedExchange<C extends { readonly id: CredentialId }, T extends Exchanged> {
  readonly send: HttpSender;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** The credential to use. Others may wait for it too, so an abort ends the wait and not the work. */
  readonly obtain: () => Promise<C>;
  readonly sign: (credential: C) => HttpRequest | Promise<HttpRequest>;
  readonly read: (answer: HttpAnswer) => T;
  /** How long a header of the vendor's own asks to wait, in milliseconds. */
  readonly askedWaitMs?: (answer: HttpAnswer) => number | undefined;
}

/**
 * Obtain a credential, sign, send, interpret: exactly once. An answer and the want of one are both verdicts; what
 * else goes wrong, such as a key that cannot sign, is thrown.
 */
export async function exchangeOnce<C extends { readonly id: CredentialId }, T extends Exchanged>(
  exchange: SignedExchange<C, T>,
): Promise<T | Exchanged> {
  const { send, clock, signal, sign, read, askedWaitMs } = exchange;
  let credential: C | undefined;
  try {
    credential = await obtained(exchange);
    const request = await sign(credential);
    const sentAt = clock.wall();
    const answer = await send(request, signal === undefined ? {} : { signal });
    const answeredAt = clock.wall();
    const times = timesOf(answer, { sentAt, answeredAt, askedWaitMs: askedWaitMs?.(answer) });
    const result = read(answer);
    return { ...result, verdict: { ...result.verdict, ...times, credentialId: credential.id } };
  } catch (error) {
    if (!NoAnswerError.isInstance(error)) throw error;
    const named = credential === undefined ? {} : { credentialId: credential.id };
    return { verdict: { ...verdictOfNoAnswer(error), ...named }, error };
  }
}

async function obtained<C extends { readonly id: CredentialId }>({
  obtain,
  endpoint,
  signal,
}: Pick<SignedExchange<C, Exchanged>, 'obtain' | 'endpoint' | 'signal'>): Promise<C> {
  const given = (): NoAnswerError =>
    aborted({ host: endpoint.host, phase: 'connecting', cause: signal?.reason });
  if (hasAborted(signal)) throw given();
  try {
    return await abortable(obtain(), signal);
  } catch (error) {
    if (hasAborted(signal)) throw given();
    throw error;
  }
}
