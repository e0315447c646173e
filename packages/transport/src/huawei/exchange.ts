import { buildRevoke, readRevokeAnswer, type Batch, type Clock, type HuaweiSelector } from '@unpush/core';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { rawAnswer } from '../http/answer-times.ts';
import { exchangeOnce } from '../http/exchange-once.ts';
import type { Exchanged } from '../http/exchanged.ts';
import type { HttpSender } from '../http/http-sender.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { BodyPool } from './body-pool.ts';
import type { TokenSource } from './token-source.ts';

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

/** Exactly one exchange: build, sign, send, interpret. */
export async function exchange(context: ExchangeContext, input: ExchangeInput): Promise<Exchanged> {
  const { clientId, tokens, endpoint, telemetry, bodies } = context;
  const { selector, batch, signal } = input;
  let memory: Uint8Array<ArrayBuffer> | undefined;
  const into = (bytes: number): Uint8Array<ArrayBuffer> => (memory = bodies.take(bytes));
  const { method, path, headers, body } = buildRevoke({ clientId, selector, batch, into });
  const pathTemplate = '/v1/{clientId}/messages:revoke';
  const exchanged = await telemetry.observe({ vendor: 'huawei', method, endpoint, pathTemplate, batch }, () =>
    exchangeOnce({
      ...context,
      signal,
      obtain: () => tokens.current(),
      sign: ({ jwt }) => ({
        method,
        url: endpoint.url + path,
        headers: { ...headers, authorization: `Bearer ${jwt}` },
        body,
      }),
      read: (answer): Exchanged => ({ verdict: readRevokeAnswer(rawAnswer(answer), batch) }),
    }),
  );
  // Only an acceptance tells that the whole body was read; any other end may come while it is still being sent
  if (memory !== undefined && exchanged.verdict.advice === 'done') bodies.giveBack(memory);
  return exchanged;
}
