/**
 * Every kind of problem, with the status that it is answered with. The name is the end of its `type`, and a heading
 * in `docs/problems.md`, so it is a contract.
 */
export const PROBLEM_STATUS = {
  // The caller can mend it
  'invalid-request': 400,
  'recall-not-found': 404,
  'recall-exists': 409,
  'recall-under-way': 409,
  'recall-forgotten': 410,
  'invalid-input': 422,
  'refused-by-vendor': 422,
  // Only we can
  'invalid-credential': 500,
  'invalid-settings': 500,
  'input-unavailable': 500,
  'record-unusable': 500,
  'record-unavailable': 503,
  // The vendor, or the way to it
  'not-allowed-at-vendor': 502,
  'vendor-fault': 502,
  'vendor-flow-control': 503,
  'no-answer': 502,
  'no-answer-in-time': 504,
  // A gateway's own
  unauthorized: 401,
  forbidden: 403,
  'app-not-found': 404,
  'route-not-found': 404,
  'method-not-allowed': 405,
  'upload-under-way': 409,
  'upload-offset': 409,
  'upload-length': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'too-many-attempts': 429,
  'access-unavailable': 503,
  'gateway-misconfigured': 500,
  'internal-error': 500,
} as const;

/** What is wrong, as its `type` names it. */
export type ProblemKind = keyof typeof PROBLEM_STATUS;

/** What only a gateway says: it is no error of ours, but of the request or of the gateway's own settings. */
export type GatewayKind =
  | 'unauthorized'
  | 'forbidden'
  | 'app-not-found'
  | 'route-not-found'
  | 'method-not-allowed'
  | 'upload-under-way'
  | 'upload-offset'
  | 'upload-length'
  | 'too-large'
  | 'unsupported-media-type'
  | 'idempotency-key-reused'
  | 'too-many-attempts'
  | 'access-unavailable'
  | 'gateway-misconfigured'
  | 'internal-error';

/** What an error of ours can be. */
export type ErrorKind = Exclude<ProblemKind, GatewayKind>;

const PAGE = 'https://github.com/unpush/unpush/blob/main/docs/problems.md';

/** The URI that names a kind, and leads to what is said of it. */
export const problemType = (kind: ProblemKind): string => `${PAGE}#${kind}`;
