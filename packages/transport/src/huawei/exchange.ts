import {
  buildRevoke,
  NoAnswerError,
  readRevokeAnswer,
  verdictOfNoAnswer,
  type Batch,
  type Clock,
  type HuaweiRevokeRequest,
  type HuaweiSelector,
  type Verdict,
} from '@unpush/core';
import { abortable, hasAborted } from '../async/abortable.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { aborted } from '../http/endings.ts';
import { httpDateMs } from '../http/http-date.ts';
import type { HttpAnswer, HttpSender } from '../http/http-sender.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { TokenSource } from './token-source.ts';
import type { BodyPool } from './body-pool.ts';
import type { HuaweiToken } from './token.ts';

/** What every exchange of a client shares. */
export interface ExchangeContext {
  readonly clientId: string;
  readonly tokens: TokenSource;
  readonly send: HttpSender;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly bodies: BodyPool;
}

/** What one exchange is about. */
export interface ExchangeInput {
  readonly selector: HuaweiSelector;
  readonly batch: Batch;
  readonly signal: AbortSignal | undefined;
}

/** How an exchange ended. */
export interface Exchanged {
  readonly verdict: Verdict;
  /** Where no answer came: the error that says why. */
  readonly error?: NoAnswerError;
}

/** Exactly one exchange: build, sign, send, interpret. */
export async function exchange(context: ExchangeContext, input: ExchangeInput): Promise<Exchanged> {
  const { clientId, endpoint, telemetry, bodies } = context;
  const { selector, batch } = input;
  let memory: Uint8Array<ArrayBuffer> | undefined;
  const into = (bytes: number): Uint8Array<ArrayBuffer> => (memory = bodies.take(bytes));
  const request = buildRevoke({ clientId, selector, batch, into });
  const pathTemplate = '/v1/{clientId}/messages:revoke';
  const exchanged = await telemetry.observe(
    { vendor: 'huawei', method: request.method, endpoint, pathTemplate, batch },
    () => sendSigned(context, input, request),
  );
  // Only an acceptance tells that the whole body was read; any other end may come while it is still being sent
  if (memory !== undefined && exchanged.verdict.advice === 'done') bodies.giveBack(memory);
  return exchanged;
}

async function sendSigned(
  context: ExchangeContext,
  { batch, signal }: ExchangeInput,
  request: HuaweiRevokeRequest,
): Promise<Exchanged> {
  const { clock, endpoint, send } = context;
  let token: HuaweiToken | undefined;
  try {
    token = await signed(context, signal);
    const sentAt = clock.wall();
    const answer = await send(
      {
        method: request.method,
        url: endpoint.url + request.path,
        headers: { ...request.headers, authorization: `Bearer ${token.jwt}` },
        body: request.body,
      },
      signal === undefined ? {} : { signal },
    );
    const times = timesOf(answer, { sentAt, answeredAt: clock.wall() });
    return { verdict: { ...readRevokeAnswer(rawAnswer(answer), batch), ...times, credentialId: token.id } };
  } catch (error) {
    if (!NoAnswerError.isInstance(error)) throw error;
    return { verdict: { ...verdictOfNoAnswer(error), ...(token && { credentialId: token.id }) }, error };
  }
}

/** The token to use; the caller's abort ends the wait, and not the signing that others may wait for. */
async function signed({ tokens, endpoint }: ExchangeContext, signal?: AbortSignal): Promise<HuaweiToken> {
  const given = (): NoAnswerError =>
    aborted({ host: endpoint.host, phase: 'connecting', cause: signal?.reason });
  if (hasAborted(signal)) throw given();
  try {
    return await abortable(tokens.current(), signal);
  } catch (error) {
    if (hasAborted(signal)) throw given();
    throw error;
  }
}

function rawAnswer({ status, headers, body }: HttpAnswer): {
  status: number;
  body: string;
  contentType?: string;
} {
  const contentType = headers.get('content-type');
  return { status, body, ...(contentType !== undefined && { contentType }) };
}

function timesOf(
  { headers }: HttpAnswer,
  { sentAt, answeredAt }: { readonly sentAt: number; readonly answeredAt: number },
): Pick<Verdict, 'retryAfterMs' | 'clockSkewMs'> {
  const date = httpDateMs(headers.get('date'));
  const wait = retryAfterMs({ retryAfter: headers.get('retry-after'), answeredAtMs: date ?? answeredAt });
  return {
    ...(wait !== undefined && { retryAfterMs: wait }),
    ...(date !== undefined && { clockSkewMs: date - Math.round((sentAt + answeredAt) / 2) }),
  };
}
