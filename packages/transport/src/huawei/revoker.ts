import { checkClientId, HUAWEI_LIMITS, type Clock, type HuaweiSelector, type Revoker } from '@unpush/core';
import { systemClock } from '../clock/system-clock.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { HttpSender } from '../http/http-sender.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { UNOBSERVED } from '../telemetry/unobserved.ts';
import { checkBatchSize } from './batch-size.ts';
import { createBodyPool } from './body-pool.ts';
import { huaweiEndpoint } from './endpoint.ts';
import { exchange, type ExchangeContext } from './exchange.ts';
import type { TokenSource } from './token-source.ts';

/** Options of {@link createHuaweiRevoker}. */
export interface HuaweiRevokerOptions {
  /** The *app's* client id (not the project's), as AppGallery Connect shows it. */
  readonly clientId: string;
  readonly tokens: TokenSource;
  readonly send: HttpSender;
  /** Where to send; see `huaweiEndpoint`. Default: Huawei's own. */
  readonly endpoint?: Endpoint;
  readonly clock?: Clock;
  /** The most tokens in one request, from 1 to 1000. Default 1000. */
  readonly batchSize?: number;
  /**
   * What watches each exchange: `createTelemetry()`. Default: nothing, so that a Worker need not carry OpenTelemetry.
   */
  readonly telemetry?: Telemetry;
}

/**
 * The port for recalls: one app of Huawei's, one exchange at a time. Nothing in it is tried twice.
 *
 * Throws `InvalidRequestError` for a client id or batch size that cannot be.
 *
 * @see https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke
 *
 * @example
 * ```ts
 * const tokens = createTokenSource({ account: new ServiceAccount(json) });
 * const revoker = createHuaweiRevoker({ clientId: '104729817', tokens, send });
 * const verdict = await revoker.attempt({ notifyId: 3114932, pushType: 'notification' }, batchOf(['MAAAA…']));
 * ```
 */
export function createHuaweiRevoker(options: HuaweiRevokerOptions): Revoker<HuaweiSelector> {
  return revokerOn(contextOf(options), checkBatchSize(options.batchSize ?? HUAWEI_LIMITS.tokensPerRequest));
}

/** What the options amount to. */
export function contextOf({
  clientId,
  tokens,
  send,
  endpoint,
  clock,
  telemetry,
}: HuaweiRevokerOptions): ExchangeContext {
  return {
    clientId: checkClientId(clientId),
    tokens,
    send,
    endpoint: endpoint ?? huaweiEndpoint(),
    clock: clock ?? systemClock,
    telemetry: telemetry ?? UNOBSERVED,
    bodies: createBodyPool(),
  };
}

/** The port, on a context that others may share. */
export function revokerOn(context: ExchangeContext, batchSize: number): Revoker<HuaweiSelector> {
  return {
    batchSize,
    attempt: async (selector, batch, { signal } = {}) =>
      (await exchange(context, { selector, batch, signal })).verdict,
    renewCredential: (refused) => context.tokens.renew(refused),
  };
}
