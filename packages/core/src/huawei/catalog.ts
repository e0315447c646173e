import type { CatalogSource } from '../catalog/entry.ts';
import { HTTP_STATUSES, type HttpStatus } from '../catalog/http.ts';
import type { CatalogRow, CatalogTable } from '../catalog/row.ts';

const PAGE = {
  url: 'https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-msg-revoke',
  section: '业务响应码',
  retrieved: '2026-11-23',
  confidence: 'page',
} as const satisfies CatalogSource;

/** Codes that Huawei documents for sending; nothing says that a revoke cannot get them too. */
const SEND_PAGE = {
  url: 'https://developer.huawei.com/consumer/cn/doc/harmonyos-references/push-scenariozed-api-response',
  section: '业务响应码',
  retrieved: '2026-11-23',
  confidence: 'elsewhere',
} as const satisfies CatalogSource;

/** Huawei Push Kit's codes: those of message revoke, and those of sending that may come as well. */
export const HUAWEI_CODES = {
  '80000000': { message: 'Success.', about: 'success', advice: 'done', source: PAGE },
  '80000001': { message: 'CommonService Error.', about: 'vendor-fault', advice: 'retry', source: PAGE },
  '80100000': {
    message: 'Check Parameter Partial Success.',
    about: 'target',
    advice: 'reject',
    source: SEND_PAGE,
  },
  '80100001': { message: 'Check Parameter Error.', about: 'request', advice: 'fix', source: PAGE },
  '80100003': { message: 'Illegal payload, {errorTips}.', about: 'request', advice: 'fix', source: PAGE },
  '80100020': {
    message: 'Check Parameter Partial Success.',
    about: 'target',
    advice: 'split',
    source: PAGE,
  },
  '80200001': { message: 'Authentication Error.', about: 'credential', advice: 'renew', source: PAGE },
  '80200003': { message: 'Access token expired.', about: 'credential', advice: 'renew', source: PAGE },
  '80200005': { message: 'Jwt token expired.', about: 'credential', advice: 'renew', source: PAGE },
  '80300002': {
    message: 'No permission to send message to these tmIDs.',
    about: 'permission',
    advice: 'fix',
    source: PAGE,
  },
  '80300007': { message: 'All the tokens are invalid.', about: 'target', advice: 'reject', source: PAGE },
  '80300008': {
    message: 'Push message size is too long.',
    about: 'request',
    advice: 'shrink',
    source: SEND_PAGE,
  },
  '80300010': {
    message: 'token count should within {0} and {1}.',
    about: 'request',
    advice: 'shrink',
    source: PAGE,
  },
  '80300017': {
    message: 'Token app count should not exceed 1.',
    about: 'target',
    advice: 'split',
    source: PAGE,
  },
  '80300028': {
    message: 'Token app mismatch with specify app.',
    about: 'target',
    advice: 'split',
    source: PAGE,
  },
  '80300032': {
    message: 'No permission to revoke messages.',
    about: 'permission',
    advice: 'stop',
    source: PAGE,
  },
  '80300036': {
    message: 'JWT expire period over threshold.',
    about: 'credential',
    advice: 'stop',
    source: SEND_PAGE,
  },
  '81000001': { message: 'Inner Error.', about: 'vendor-fault', advice: 'retry', source: SEND_PAGE },
} as const satisfies CatalogTable;

/** A code of Huawei Push Kit that the catalog knows. */
export type HuaweiCode = keyof typeof HUAWEI_CODES;

const HTTP_PAGE = { ...PAGE, section: 'HTTP响应码' } as const satisfies CatalogSource;

/** Bare HTTP statuses; seven of them stand on Huawei's page, which agrees with the general table. */
export const HUAWEI_HTTP = {
  ...HTTP_STATUSES,
  '200': { ...HTTP_STATUSES['200'], source: HTTP_PAGE },
  '400': { ...HTTP_STATUSES['400'], source: HTTP_PAGE },
  '401': { ...HTTP_STATUSES['401'], source: HTTP_PAGE },
  '404': { ...HTTP_STATUSES['404'], source: HTTP_PAGE },
  '500': { ...HTTP_STATUSES['500'], source: HTTP_PAGE },
  '502': { ...HTTP_STATUSES['502'], source: HTTP_PAGE },
  '503': { ...HTTP_STATUSES['503'], source: HTTP_PAGE },
} as const satisfies Readonly<Record<HttpStatus, CatalogRow>>;
