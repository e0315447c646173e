import type { Answer } from '../../serve/answer.ts';
import { isMpaasAction } from '../actions.ts';
import type { MpaasBehaviour } from '../behaviour.ts';
import { OPERATIONS } from '../operations/operations.ts';
import { type Outcome, envelopeOf } from './envelopes.ts';
import { gatewayStatus } from './gateway-messages.ts';
import { SUCCESS } from './messages.ts';

/** What an answer needs to know of its request. */
export interface Address {
  readonly action: string | undefined;
  readonly host: string;
  readonly requestId: string;
}

/** Where the service's own codes are numbers, the gateway's are words. */
export function isServiceCode(code: string): boolean {
  return /^-?\d+$/.test(code);
}

/** An answer of the service, good or bad. */
export function serviceAnswer(
  outcome: Outcome & { readonly status?: number | undefined },
  { action = '', requestId }: Address,
  behaviour: MpaasBehaviour,
): Answer {
  const envelope = isMpaasAction(action) ? OPERATIONS[action].envelope : 'push';
  const { code, status } = outcome;
  return {
    status: status ?? behaviour.httpStatus[code] ?? (code === SUCCESS ? 200 : behaviour.failureStatus),
    contentType: 'application/json;charset=utf-8',
    body: JSON.stringify(envelopeOf(envelope, { ...outcome, requestId }, behaviour)),
    code,
    requestId,
  };
}

/** The gateway's answer to a request that it does not let through. */
export function gatewayAnswer(
  refusal: {
    readonly code: string;
    readonly message: string;
    readonly status?: number | undefined;
    readonly retryAfterMs?: number | undefined;
  },
  { host, requestId }: Address,
  behaviour: MpaasBehaviour,
): Answer {
  const { code, message, status, retryAfterMs } = refusal;
  return {
    status: status ?? behaviour.httpStatus[code] ?? gatewayStatus(code),
    contentType: 'application/json;charset=utf-8',
    body: JSON.stringify({
      Recommend: `https://error-center.aliyun.com/status/search?Keyword=${encodeURIComponent(code)}&source=PopGw`,
      Message: message,
      RequestId: requestId,
      HostId: host,
      Code: code,
    }),
    code,
    requestId,
    ...(retryAfterMs === undefined ? {} : { headers: { 'x-acs-retry-after': String(retryAfterMs) } }),
  };
}
