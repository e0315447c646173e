import type { CatalogSource } from '../catalog/entry.ts';
import type { CatalogTable } from '../catalog/row.ts';

const RETRIEVED = '2026-11-23';

/** The same gateway, on the page of another push product. */
const COMMON = {
  url: 'https://help.aliyun.com/document_detail/434846.html',
  section: 'Client-side errors',
  retrieved: RETRIEVED,
  confidence: 'elsewhere',
} as const satisfies CatalogSource;

const COMMUNITY = {
  url: 'https://developer.aliyun.com/ask/278265',
  section: '公共错误码',
  retrieved: RETRIEVED,
  confidence: 'elsewhere',
} as const satisfies CatalogSource;

const ECS_COMMON = {
  url: 'https://developer.aliyun.com/ask/209782',
  section: '公共错误码',
  retrieved: RETRIEVED,
  confidence: 'elsewhere',
} as const satisfies CatalogSource;

/** An answer as the gateway gave it to someone. */
const NONCE_SAMPLE = {
  url: 'https://github.com/aliyun/alibaba-cloud-sdk-go/issues/39',
  section: 'SignatureNonceUsed',
  retrieved: RETRIEVED,
  confidence: 'elsewhere',
} as const satisfies CatalogSource;

const GENERAL = {
  url: 'https://error-center.aliyun.com/status/search',
  section: 'Error Center',
  retrieved: RETRIEVED,
  confidence: 'unconfirmed',
} as const satisfies CatalogSource;

/**
 * Codes of the Alibaba Cloud API gateway, which checks signature, clock and rights before Message Push sees a
 * request. They stand in `Code`, on an HTTP status that varies from product to product.
 */
export const GATEWAY_CODES = {
  'Throttling*': {
    message: 'Request was denied due to request throttling.',
    about: 'quota',
    advice: 'retry',
    source: COMMUNITY,
  },
  SignatureDoesNotMatch: {
    message: 'Specified signature is not matched with our calculation.',
    about: 'credential',
    advice: 'stop',
    source: COMMUNITY,
  },
  IncompleteSignature: {
    message: 'The request signature does not conform to Aliyun standards.',
    about: 'credential',
    advice: 'stop',
    source: ECS_COMMON,
  },
  // About the request, not the credential: an earlier copy was received
  SignatureNonceUsed: {
    message: 'Specified signature nonce was used already.',
    about: 'request',
    advice: 'retry',
    source: NONCE_SAMPLE,
  },
  'InvalidTimeStamp.Expired': {
    message: 'Specified time stamp or date value is expired.',
    about: 'credential',
    advice: 'renew',
    source: COMMON,
  },
  'InvalidTimeStamp.Format': {
    message: 'Specified time stamp or date value is not well formatted.',
    about: 'request',
    advice: 'stop',
    source: COMMON,
  },
  'InvalidAccessKeyId.NotFound': {
    message: 'Specified access key is not found.',
    about: 'credential',
    advice: 'stop',
    source: COMMON,
  },
  'InvalidAccessKeyId.Inactive': {
    message: 'Specified access key is disabled.',
    about: 'credential',
    advice: 'stop',
    source: COMMUNITY,
  },
  'InvalidSecurityToken.Expired': {
    message: 'Specified SecurityToken is expired.',
    about: 'credential',
    advice: 'renew',
    source: GENERAL,
  },
  'InvalidSecurityToken*': {
    message: 'Specified SecurityToken is invalid.',
    about: 'credential',
    advice: 'stop',
    source: GENERAL,
  },
  // On the page as Missing{ParameterName}
  'Missing*': {
    message: '{ParameterName} is mandatory for this action.',
    about: 'request',
    advice: 'fix',
    source: COMMON,
  },
  'InvalidApi.NotFound': {
    message: 'Specified api is not found,please check your url and method.',
    about: 'request',
    advice: 'stop',
    source: COMMON,
  },
  InvalidVersion: {
    message: 'Specified parameter Version is not valid.',
    about: 'request',
    advice: 'stop',
    source: GENERAL,
  },
  NoPermission: {
    message: 'You are not authorized to do this action.',
    about: 'permission',
    advice: 'stop',
    source: GENERAL,
  },
  'Forbidden*': {
    message: 'User not authorized to operate on the specified resource.',
    about: 'permission',
    advice: 'stop',
    source: GENERAL,
  },
  ServiceUnavailable: {
    message: 'The request has failed due to a temporary failure of the server.',
    about: 'vendor-fault',
    advice: 'retry',
    source: GENERAL,
  },
  InternalError: {
    message: 'The request processing has failed due to some unknown error.',
    about: 'vendor-fault',
    advice: 'retry',
    source: GENERAL,
  },
} as const satisfies CatalogTable;
