import type { CatalogSource } from '../catalog/entry.ts';
import { HTTP_STATUSES, type HttpStatus } from '../catalog/http.ts';
import type { CatalogRow, CatalogTable } from '../catalog/row.ts';
import { GATEWAY_CODES } from './gateway-catalog.ts';

const PAGE = {
  url: 'https://help.aliyun.com/document_detail/2871134.html',
  section: 'API Response Code',
  retrieved: '2026-11-23',
  confidence: 'page',
} as const satisfies CatalogSource;

const REVOKE_PAGE = {
  url: 'https://help.aliyun.com/document_detail/2871130.html',
  section: 'Response parameters',
  retrieved: '2026-11-23',
  confidence: 'page',
} as const satisfies CatalogSource;

const TEMPLATE_PAGE = {
  url: 'https://help.aliyun.com/document_detail/2882067.html',
  section: 'Result codes',
  retrieved: '2026-11-23',
  confidence: 'elsewhere',
} as const satisfies CatalogSource;

/** Most codes say that a field of the request is wrong. */
const FIX = { about: 'request', advice: 'fix', source: PAGE } as const;

/** mPaaS Message Push's codes, and those of the Alibaba Cloud gateway that stands before it. */
export const MPAAS_CODES = {
  '100': { name: 'SUCCESS', message: 'Success.', about: 'success', advice: 'done', source: PAGE },
  '-1': {
    name: 'SIGNATURE_MISMATCH',
    message: 'Signature mismatch.',
    about: 'credential',
    advice: 'stop',
    source: PAGE,
  },
  '3001': { ...FIX, name: 'NEED_DELIVERYTOKEN', message: 'The deliveryToken is empty.' },
  '3002': { ...FIX, name: 'NEED_FILE', message: 'The file is empty.' },
  '3003': {
    name: 'NEED_APPID_WORKSPACEID',
    message: 'The appid or workspace is empty.',
    about: 'request',
    advice: 'stop',
    source: PAGE,
  },
  '3007': {
    name: 'APPID_WRONG',
    message: 'The appid or workspace is invalid.',
    about: 'credential',
    advice: 'stop',
    source: PAGE,
  },
  '3008': { ...FIX, name: 'OS_TYPE_NOT_SUPPORTED', message: 'The push platform type is not supported.' },
  '3009': { ...FIX, name: 'DELIVERY_TYPE_NOT_SUPPORTED', message: 'The target ID type is not supported.' },
  '3012': { ...FIX, name: 'NEED_USERID', message: 'The UserId is empty.' },
  '3019': { ...FIX, name: 'TASKNAME_NULL', message: 'The task name is empty.' },
  '3020': { ...FIX, name: 'EXPIREDSECONDS_WRONG', message: 'The message timeout is invalid.' },
  '3021': {
    name: 'TOKEN_OR_USERID_NULL',
    message: 'The target is empty.',
    about: 'target',
    advice: 'fix',
    source: PAGE,
  },
  '3022': { ...FIX, name: 'TEMPLATE_NOT_EXIST', message: 'The template does not exist.' },
  '3023': { ...FIX, name: 'TEMPLATEKV_NOT_ENOUGH', message: 'The template parameters do not match.' },
  '3024': { ...FIX, name: 'PAYLOAD_NOT_ENOUGH', message: 'The title or content is empty.' },
  '3025': { ...FIX, name: 'NEED_TEMPLATE', message: 'The template is empty.' },
  '3026': { ...FIX, name: 'EXPIREDTIME_TOO_LONG', message: 'The message validity period is too long.' },
  '3028': { ...FIX, name: 'INVALID_PARAM', message: 'Invalid parameter.' },
  '3029': { ...FIX, name: 'SINGLE_PUSH_TARGET_TOO_MUCH', message: 'Too many push targets.' },
  '3030': {
    ...FIX,
    name: 'BROADCAST_ONLY_SUPPORT_BY_DEVICE',
    message: 'Only device-level broadcasts are supported.',
  },
  '3031': { ...FIX, name: 'REQUEST_SHOULD_BE_UTF8', message: 'The request body must be UTF-8 encoded.' },
  '3032': {
    name: 'REST_API_SWITCH_NOT_OPEN',
    message: 'The push API is disabled.',
    about: 'permission',
    advice: 'stop',
    source: PAGE,
  },
  '3033': {
    name: 'UNKNOWN_REST_SIGN_TYPE',
    message: 'The signature type is not supported.',
    about: 'credential',
    advice: 'stop',
    source: PAGE,
  },
  '3035': { ...FIX, name: 'EXTEND_PARAM_TO_MUCH', message: 'Too many extension fields. The limit is 20.' },
  '3036': { ...FIX, name: 'TEMPLATE_ALREADY_EXIST', message: 'The template already exists.' },
  '3037': { ...FIX, name: 'TEMPLATE_NAME_NULL', message: 'The template name is empty.' },
  '3038': { ...FIX, name: 'TEMPLATE_NAME_INVALID', message: 'The template name is invalid.' },
  '3039': { ...FIX, name: 'TEMPLATE_CONTENT_INVALID', message: 'The template content is invalid.' },
  '3040': { ...FIX, name: 'TEMPLATE_TITLE_INVALID', message: 'The template title is invalid.' },
  '3041': { ...FIX, name: 'TEMPLATE_DESC_INFO_INVALID', message: 'The template description is invalid.' },
  '3042': { ...FIX, name: 'TEMPLATE_URI_INVALID', message: 'The template URI is invalid.' },
  '3043': { ...FIX, name: 'SINGLE_PUSH_CONTENT_TOO_LONG', message: 'The message body is too long.' },
  '3044': { ...FIX, name: 'INVALID_EXTEND_PARAM', message: 'Invalid extension parameter.' },
  '3049': {
    ...FIX,
    name: 'MULTIPLE_INNER_EXTEND_PARAM_TO_MUCH',
    message: 'The number of internal extension parameters for a batch push must be less than 10.',
  },
  '3050': { ...FIX, name: 'MSG_PAYLOAD_TOO_LONG', message: 'The message payload is too long.' },
  '3051': {
    ...FIX,
    name: 'BROADCAST_ALL_USER_NEED_UNBIND_PERIOD',
    message: 'Broadcasting to all users (logged-on and logged-out) requires the detach parameter.',
  },
  '3052': {
    ...FIX,
    name: 'BROADCAST_ALL_USER_UNBIND_PERIOD_INVALID',
    message: 'The broadcast detach parameter is invalid.',
  },
  '3053': {
    ...FIX,
    name: 'BROADCAST_ALL_USER_NOT_SUPPORT_SELFCHANNEL_ANDROID',
    message: 'Broadcasting to all users through a self-built channel is not supported.',
  },
  '3054': {
    name: 'DELIVERYTOKEN_INVALID',
    message: 'The self-built channel token is invalid.',
    about: 'target',
    advice: 'reject',
    source: PAGE,
  },
  '3055': { ...FIX, name: 'MULTIPLE_TARGET_NUMBER_TOO_MUCH', message: 'Too many targets for a batch push.' },
  '3056': { ...FIX, name: 'TEMPLATE_NUM_TOO_MUCH', message: 'Too many templates.' },
  '3057': {
    ...FIX,
    name: 'ANDROID_CHANNEL_PARAM_INVALID',
    message: 'The androidChannel parameter is invalid.',
  },
  '3058': { ...FIX, name: 'BADGE_ADD_NUM_INVALID', message: 'The badge parameter is invalid.' },
  '3059': {
    ...FIX,
    name: 'BADGE_ADD_NUM_NEED_BADGE_CLASS',
    message: 'The badge_add_num parameter requires the badge_class parameter.',
  },
  '8014': {
    name: 'ACCOUNT_NO_PERMISSION',
    message:
      'The account does not have the required permission. Verify that the AccessKey pair (AK/SK) matches the appId and workspaceId.',
    about: 'permission',
    advice: 'stop',
    source: PAGE,
  },
  '8017': {
    ...FIX,
    name: 'URL_NULL_ERROR',
    message: 'For more information, see HarmonyOS Mini Program redirection.',
  },
  '8018': {
    ...FIX,
    name: 'BROADCAST_ALL_USER_TIME_RANGE_INVALID',
    message: 'The time range specified for a time-range-based broadcast push is invalid.',
  },
  '9000': {
    name: 'SYSTEM_ERROR',
    message: 'System error.',
    about: 'vendor-fault',
    advice: 'retry',
    source: PAGE,
  },
  // ResultCode of a revoke that was taken: done only if `Success` is true as well
  OK: { message: 'OK', about: 'success', advice: 'done', source: REVOKE_PAGE },
  '8011': {
    name: 'FLOW_CONTROL_ERROR',
    message: 'Throttling.',
    about: 'quota',
    advice: 'retry',
    source: TEMPLATE_PAGE,
  },
  '8012': {
    name: 'INVALID_INSTANCE_ID',
    message: 'Check the AppID and WorkspaceID.',
    about: 'credential',
    advice: 'stop',
    source: TEMPLATE_PAGE,
  },
  '8013': {
    name: 'INVALID_TENANT_ID',
    message: 'Invalid TenantID.',
    about: 'credential',
    advice: 'stop',
    source: TEMPLATE_PAGE,
  },
  ...GATEWAY_CODES,
} as const satisfies CatalogTable;

/** A code of mPaaS Message Push, or of its gateway, that the catalog knows. */
export type MpaasCode = keyof typeof MPAAS_CODES;

/** Bare HTTP statuses: Alibaba Cloud documents none for Message Push, so the general table holds. */
export const MPAAS_HTTP = HTTP_STATUSES satisfies Readonly<Record<HttpStatus, CatalogRow>>;
