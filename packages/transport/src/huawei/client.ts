import {
  batchOf,
  HUAWEI_LIMITS,
  huaweiRevokeSchema,
  parseRequest,
  type HuaweiPushType,
  type HuaweiSelector,
  type Random,
  type Revoker,
} from '@unpush/core';
import { systemClock } from '../clock/system-clock.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { Exchanged } from '../http/exchanged.ts';
import { refusal, type RefusalWords } from '../refusal/refusal.ts';
import { createTelemetry, type TelemetryOptions } from '../telemetry/telemetry.ts';
import { withRetry, type RetryPolicy } from '../retry/with-retry.ts';
import type { CacheFailure } from './cached-tokens.ts';
import { huaweiEndpoint } from './endpoint.ts';
import { exchange } from './exchange.ts';
import { contextOf, revokerOn, type HuaweiRevokerOptions } from './revoker.ts';
import { ServiceAccount } from './service-account.ts';
import { createTokenSource } from './token-source.ts';
import type { TokenCache } from './token-cache.ts';
import { whatToDo } from './what-to-do.ts';

/** Options of {@link createHuaweiClient}. */
export interface HuaweiClientOptions extends Pick<HuaweiRevokerOptions, 'clientId' | 'send' | 'clock'> {
  /** The key file's JSON text, the object in it, or a {@link ServiceAccount}. */
  readonly serviceAccount: unknown;
  /** Default: Huawei's own. A string counts as named by you, in code. */
  readonly endpoint?: Endpoint | string;
  readonly tokenCache?: TokenCache;
  /** Told when the token cache fails; the client goes on without it. */
  readonly onCacheFailure?: (failure: CacheFailure) => void;
  /** True on Cloudflare Workers: no promise made in one request is awaited in another. Default false. */
  readonly isolateRequests?: boolean;
  /** Spans and metrics of each exchange. Default: OpenTelemetry's global providers. */
  readonly telemetry?: TelemetryOptions;
  readonly retry?: RetryPolicy;
  /** For the jitter of the waits. Default `Math.random`. */
  readonly random?: Random;
}

/** A revoke of one notification from up to 1000 phones. */
export interface HuaweiRevokeInput {
  /** The notifyId the message was sent with: an integer from 0 to 2147483647. */
  readonly notifyId: number;
  /** Default `notification`. */
  readonly pushType?: HuaweiPushType | 0 | 2;
  /** 1 to 1000 push tokens. For more use a recall. */
  readonly tokens: readonly string[];
}

/** A revoke that was accepted. It does not say that the notification left the screen: no answer of Huawei's does. */
export interface HuaweiRevokeResult {
  /** Huawei's name for the exchange: quote it in a ticket. */
  readonly requestId?: string;
  readonly code: string;
  /** How many tokens the accepted request carried that were not named as refused. */
  readonly accepted: number;
  readonly rejected: readonly RejectedToken[];
}

/** A token that an otherwise accepted request was refused for. */
export interface RejectedToken {
  readonly token: string;
  /** In Huawei's words, such as `tokenFormatError`. */
  readonly reason: string;
}

/** Revokes for one app. */
export interface HuaweiClient {
  /**
   * Takes a notification back, with repeats where the catalog advises them.
   *
   * Rejects with `InvalidRequestError` (nothing was sent), `CredentialError` (the key cannot sign),
   * `VendorError` (Huawei did not accept it) or `NoAnswerError` (no usable answer came; see its
   * `mayHaveBeenReceived`), and with the signal's reason when that aborts.
   */
  revoke(input: HuaweiRevokeInput, options?: { readonly signal?: AbortSignal }): Promise<HuaweiRevokeResult>;
  /** The port for recalls, on the same credential: one exchange at a time, no repeats. */
  readonly revoker: Revoker<HuaweiSelector>;
}

/**
 * A client for one app of Huawei Push Kit.
 *
 * Throws `CredentialError` for a service account, `InvalidRequestError` for a client id or endpoint, that cannot be.
 *
 * @see https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke
 *
 * @example
 * ```ts
 * const client = createHuaweiClient({ serviceAccount: json, clientId: '104729817', send: fetchSender({ fetch }) });
 * const { accepted } = await client.revoke({ notifyId: 3114932, tokens: ['MAAAA…'] });
 * ```
 */
export function createHuaweiClient(options: HuaweiClientOptions): HuaweiClient {
  const { serviceAccount, endpoint, retry, random = Math.random, clock = systemClock } = options;
  const { tokenCache, onCacheFailure, isolateRequests } = options;
  const tokens = createTokenSource({
    account: serviceAccount instanceof ServiceAccount ? serviceAccount : new ServiceAccount(serviceAccount),
    clock,
    random,
    ...(tokenCache !== undefined && { cache: tokenCache }),
    ...(onCacheFailure !== undefined && { onCacheFailure }),
    ...(isolateRequests !== undefined && { isolateRequests }),
  });
  const context = contextOf({
    ...options,
    clock,
    tokens,
    telemetry: createTelemetry(options.telemetry),
    endpoint:
      typeof endpoint === 'string' ? huaweiEndpoint({ url: endpoint }) : (endpoint ?? huaweiEndpoint()),
  });
  return {
    revoker: revokerOn(context, HUAWEI_LIMITS.tokensPerRequest),
    revoke: async (input, { signal } = {}) => {
      const { tokens: targets, ...selector } = parseRequest(huaweiRevokeSchema, input);
      const batch = batchOf(targets);
      const tried = await withRetry({
        ...retry,
        clock,
        random,
        signal,
        attempt: (stop) => exchange(context, { selector, batch, signal: stop }),
        renewCredential: (refused) => tokens.renew(refused),
      });
      if (tried.last.verdict.advice !== 'done') throw refusal(tried, WORDS);
      return resultOf(tried.last, targets);
    },
  };
}

const WORDS: RefusalWords = {
  vendor: 'huawei',
  vendorName: 'Huawei',
  call: 'the revoke',
  nothingDone: 'Nothing was taken back.',
  repeatable: true,
  whatToDo,
};

function resultOf({ verdict }: Exchanged, targets: readonly string[]): HuaweiRevokeResult {
  const { requestId, code = '', rejected: named } = verdict;
  const rejected = 'wholeBatch' in named ? [] : [...named].map(([token, reason]) => ({ token, reason }));
  const refused = new Set(rejected.map(({ token }) => token));
  return {
    ...(requestId !== undefined && { requestId }),
    code,
    accepted: targets.filter((token) => !refused.has(token)).length,
    rejected,
  };
}
