export { type Batch } from './batch/batch.ts';
export { batchOf } from './batch/batch-of.ts';
export { batchOfJson } from './batch/batch-of-json.ts';
export { batchesOf } from './batch/batches-of.ts';
export { joinBatches } from './batch/join-batches.ts';
export { jsonOfTarget, jsonParts } from './batch/json-parts.ts';
export { type JsonRun } from './batch/json-run.ts';
export {
  LANGUAGES,
  VENDORS,
  type CatalogEntry,
  type CatalogSource,
  type CatalogText,
  type Language,
  type Vendor,
} from './catalog/entry.ts';
export { CredentialError } from './errors/credential-error.ts';
export { maskSecrets, maskTarget } from './display/mask.ts';
export { show } from './display/show.ts';
export { InvalidRequestError, type RequestProblem } from './errors/invalid-request-error.ts';
export { NoAnswerError, type NoAnswerFacts } from './errors/no-answer-error.ts';
export {
  hasCode,
  UnpushError,
  type UnpushErrorCode,
  type UnpushErrorOptions,
} from './errors/unpush-error.ts';
export { VendorError, type VendorErrorFacts } from './errors/vendor-error.ts';
export { OUTCOMES, type Outcome } from './outcome/outcome.ts';
export { type Clock } from './ports/clock.ts';
export { type Random } from './ports/random.ts';
export { backoffMs, type BackoffOptions } from './retry/backoff.ts';
export { type About, type Advice } from './revoker/advice.ts';
export { type AttemptOptions, type PlacedBatch, type Revoker } from './revoker/revoker.ts';
export {
  NONE_REJECTED,
  type CredentialId,
  type Failure,
  type Rejected,
  type Verdict,
} from './revoker/verdict.ts';
export { takeKept, type KeptSelector } from './revoker/take-kept.ts';
export { verdictOfNoAnswer } from './revoker/no-answer-verdict.ts';
export { type RawAnswer } from './revoker/raw-answer.ts';
export { readRevokeAnswer } from './huawei/answer.ts';
export { HUAWEI_LIMITS } from './huawei/limits.ts';
export { buildRevoke, checkClientId, type HuaweiRevoke, type HuaweiRevokeRequest } from './huawei/request.ts';
export {
  HUAWEI_PUSH_TYPES,
  huaweiSelectorSchema,
  type HuaweiPushType,
  type HuaweiSelector,
} from './huawei/selector.ts';
export { huaweiRevokeSchema } from './huawei/revoke-input.ts';
export { huaweiTokensSchema } from './huawei/tokens.ts';
export { parseRequest } from './errors/parse-request.ts';
export { problemsIn } from './errors/problems-in.ts';
export { CATALOG, lookUp, lookUpHttp, type CodeQuestion, type HttpQuestion } from './catalog/lookup.ts';
export { explain, textOf, type Explanation, type ExplainQuestion } from './catalog/explain.ts';
export { suggest, type SuggestQuestion } from './catalog/suggest.ts';
export { type HttpStatus } from './catalog/http.ts';
export { HUAWEI_CODES, HUAWEI_HTTP, type HuaweiCode } from './huawei/catalog.ts';
export { MPAAS_CODES, MPAAS_HTTP, type MpaasCode } from './mpaas/catalog.ts';
export { readMpaasRevokeAnswer } from './mpaas/answer.ts';
export { checkMpaasApp, type MpaasApp } from './mpaas/app.ts';
export { MPAAS_LIMITS } from './mpaas/limits.ts';
export { isMpaasRegion } from './mpaas/region.ts';
export { buildMpaasRevoke, type MpaasRevoke } from './mpaas/request.ts';
export { checkMpaasRevoke, type MpaasRevokeInput } from './mpaas/revoke-input.ts';
export { checkRevokeWindow, type RevokeWindow } from './mpaas/revoke-window.ts';
export { percentEncode } from './mpaas/rpc/percent-encode.ts';
export { type MpaasRequest } from './mpaas/rpc/request.ts';
export {
  mpaasSelectorSchema,
  type MpaasMessageSelector,
  type MpaasSelector,
  type MpaasTaskSelector,
} from './mpaas/selector.ts';
