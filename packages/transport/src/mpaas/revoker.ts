import {
  buildMpaasRevoke,
  checkMpaasApp,
  MPAAS_LIMITS,
  readMpaasRevokeAnswer,
  type Clock,
  type MpaasApp,
  type MpaasSelector,
  type Random,
  type Revoker,
} from '@unpush/core';
import { systemClock } from '../clock/system-clock.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import type { Exchanged } from '../http/exchanged.ts';
import type { HttpSender } from '../http/http-sender.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { UNOBSERVED } from '../telemetry/unobserved.ts';
import { readAccessKey, type AccessKeySource } from './access-key.ts';
import { createCredentialSource, type AccessKeyProvider } from './credential-source.ts';
import { mpaasEndpoint } from './endpoint.ts';
import { exchange, type ExchangeContext } from './exchange.ts';
import { randomNonce } from './nonce.ts';

/** Options of {@link createMpaasRevoker}. */
export interface MpaasRevokerOptions extends MpaasApp {
  /**
   * The key file's JSON text, the object in it, an {@link AccessKey}, or a function that gives one of these: it is
   * asked again when temporary credentials have ended.
   */
  readonly accessKey: AccessKeySource | AccessKeyProvider;
  readonly send: HttpSender;
  /** Such as `cn-hangzhou`, the default. */
  readonly region?: string;
  /** Default: that of the region. A string counts as named by you, in code. */
  readonly endpoint?: Endpoint | string;
  /**
   * True on Cloudflare Workers: no promise made in one request is awaited in another. A function that gives the key is
   * then asked by each request that finds none: let it keep what it gives. Default false.
   */
  readonly isolateRequests?: boolean;
  readonly clock?: Clock;
  /** For names of credentials, and the jitter of waits. Default `Math.random`. */
  readonly random?: Random;
  /** Never the same twice. Default: 128 random bits of WebCrypto, in hexadecimal. */
  readonly nonce?: () => string;
  /**
   * What watches each exchange: `createTelemetry()`. Default: nothing, so that a Worker need not carry OpenTelemetry.
   */
  readonly telemetry?: Telemetry;
}

/**
 * The port for recalls: one app of mPaaS, one target a request, one exchange at a time. Nothing in it is tried twice.
 *
 * Throws `InvalidRequestError` for an app, region or endpoint, `CredentialError` for an access key, that cannot be.
 *
 * @see https://help.aliyun.com/document_detail/2871130.html
 *
 * @example
 * ```ts
 * const revoker = createMpaasRevoker({ accessKey, appId: 'ONEX570DA89211721', workspaceId: 'default', send });
 * const verdict = await revoker.attempt({ messageId: '1578807462788' }, batchOf(['user1024']));
 * ```
 */
export function createMpaasRevoker(options: MpaasRevokerOptions): Revoker<MpaasSelector> {
  return revokerOn(contextOf(options));
}

/** What the options amount to. */
export function contextOf(options: MpaasRevokerOptions): ExchangeContext {
  const { accessKey, endpoint, region, send, isolateRequests, telemetry } = options;
  const { clock = systemClock, random = Math.random, nonce = randomNonce } = options;
  const place = region === undefined ? {} : { region };
  return {
    app: checkMpaasApp(options),
    credentials: createCredentialSource({
      accessKey: typeof accessKey === 'function' ? accessKey : readAccessKey(accessKey),
      clock,
      random,
      ...(isolateRequests !== undefined && { isolateRequests }),
    }),
    send,
    endpoint:
      typeof endpoint === 'string'
        ? mpaasEndpoint({ ...place, url: endpoint })
        : (endpoint ?? mpaasEndpoint(place)),
    clock,
    nonce,
    telemetry: telemetry ?? UNOBSERVED,
  };
}

/** The port, on a context that others may share. */
export function revokerOn(context: ExchangeContext): Revoker<MpaasSelector> {
  return {
    batchSize: MPAAS_LIMITS.targetsPerRevoke,
    attempt: async (selector, batch, { signal } = {}) => {
      const request = buildMpaasRevoke({ app: context.app, selector, batch });
      const read = (answer: Parameters<typeof readMpaasRevokeAnswer>[0]): Exchanged => ({
        verdict: readMpaasRevokeAnswer(answer, batch),
      });
      return (await exchange(context, { request, read, signal, batch })).verdict;
    },
    renewCredential: (refused) => context.credentials.renew(refused),
  };
}
