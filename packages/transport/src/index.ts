export { systemClock } from './clock/system-clock.ts';
export {
  checkEndpoint,
  type Endpoint,
  type EndpointOptions,
  type EndpointSource,
} from './endpoint/endpoint.ts';
export { isLoopback } from './endpoint/loopback.ts';
export { fetchSender } from './http/fetch-sender.ts';
export { type Fetch, type FetchAnswer, type FetchInit, type FetchSenderOptions } from './http/sender-on.ts';
export { workerdSender } from './http/workerd-sender.ts';
export {
  MAX_ANSWER_BYTES,
  type AnswerHeaders,
  type HttpAnswer,
  type HttpRequest,
  type HttpSender,
  type SendOptions,
} from './http/http-sender.ts';
export { type BodyReader, type BodyStream } from './http/read-bounded.ts';
export { type CacheFailure } from './huawei/cached-tokens.ts';
export {
  createHuaweiClient,
  type HuaweiClient,
  type HuaweiClientOptions,
  type HuaweiRevokeInput,
  type HuaweiRevokeResult,
  type RejectedToken,
} from './huawei/client.ts';
export { HUAWEI_ENDPOINT, huaweiEndpoint, type HuaweiEndpointOptions } from './huawei/endpoint.ts';
export { createHuaweiRevoker, type HuaweiRevokerOptions } from './huawei/revoker.ts';
export { ServiceAccount } from './huawei/service-account.ts';
export { HUAWEI_AUDIENCE, signJwt, TOKEN_LIFETIME_S, type JwtFacts } from './huawei/sign-jwt.ts';
export { importSigningKey } from './huawei/signing-key.ts';
export { createMemoryTokenCache, type TokenCache } from './huawei/token-cache.ts';
export { createTokenSource, type TokenSource, type TokenSourceOptions } from './huawei/token-source.ts';
export { type HuaweiToken } from './huawei/token.ts';
export { AccessKey, type AccessKeyFields, type AccessKeySource } from './mpaas/access-key.ts';
export {
  createMpaasClient,
  type MpaasCall,
  type MpaasCallOptions,
  type MpaasCalls,
  type MpaasClient,
  type MpaasClientOptions,
  type MpaasResult,
} from './mpaas/client.ts';
export { type AccessKeyProvider } from './mpaas/credential-source.ts';
export { MPAAS_REGION, mpaasEndpoint, type MpaasEndpointOptions } from './mpaas/endpoint.ts';
export { createMpaasRevoker, type MpaasRevokerOptions } from './mpaas/revoker.ts';
export { withRetry, type Retrying, type RetryPolicy, type Tried } from './retry/with-retry.ts';
export { type ExchangeOutcome } from './telemetry/outcomes.ts';
export {
  createTelemetry,
  type EndedExchange,
  type Telemetry,
  type TelemetryOptions,
} from './telemetry/telemetry.ts';
export { type ExchangeFacts } from './telemetry/attributes.ts';
