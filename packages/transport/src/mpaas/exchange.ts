import type { Batch, Clock, MpaasApp, MpaasCode, MpaasRequest, RawAnswer } from '@unpush/core';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { rawAnswer } from '../http/answer-times.ts';
import { exchangeOnce } from '../http/exchange-once.ts';
import type { Exchanged } from '../http/exchanged.ts';
import type { HttpAnswer, HttpSender } from '../http/http-sender.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { CredentialSource } from './credential-source.ts';
import { signRequest } from './sign-request.ts';

/** What every exchange of a client shares. */
export interface ExchangeContext {
  readonly app: MpaasApp;
  readonly credentials: CredentialSource;
  readonly send: HttpSender;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  /** Never the same twice. */
  readonly nonce: () => string;
  readonly telemetry: Telemetry;
}

/** What one exchange is about. */
export interface ExchangeInput<T extends Exchanged> {
  readonly request: MpaasRequest;
  readonly read: (answer: RawAnswer) => T;
  readonly signal: AbortSignal | undefined;
  /** The targets of a revoke. */
  readonly batch?: Batch | undefined;
}

/** Exactly one exchange: sign afresh, send, interpret. */
export async function exchange<T extends Exchanged>(
  context: ExchangeContext,
  { request, read, signal, batch }: ExchangeInput<T>,
): Promise<T | Exchanged> {
  const { credentials, endpoint, clock, nonce, telemetry } = context;
  const { method, action } = request;
  const facts = { vendor: 'mpaas', method, endpoint, pathTemplate: request.path, rpcMethod: action } as const;
  const exchanged = await telemetry.observe({ ...facts, batch }, () =>
    exchangeOnce({
      ...context,
      signal,
      obtain: () => credentials.current(),
      sign: (credential) => signRequest(request, { endpoint, credential, now: clock.wall(), nonce: nonce() }),
      read: (answer) => read(rawAnswer(answer)),
      askedWaitMs,
    }),
  );
  const { code, clockSkewMs } = exchanged.verdict;
  // Of no other answer: a proxy's Date is nobody's reason to sign by another clock
  if (code === TIME_REFUSED && clockSkewMs !== undefined) credentials.noteSkew(clockSkewMs);
  return exchanged;
}

const TIME_REFUSED = 'InvalidTimeStamp.Expired' satisfies MpaasCode;

/** The gateway's own header counts milliseconds, and nothing but whole ones. */
function askedWaitMs({ headers }: HttpAnswer): number | undefined {
  const text = headers.get('x-acs-retry-after')?.trim() ?? '';
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
