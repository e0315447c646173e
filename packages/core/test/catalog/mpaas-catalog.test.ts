import { describe, expect, it } from 'vitest';
import type { CatalogTable } from '../../src/catalog/row.ts';
import { MPAAS_CODES, MPAAS_HTTP } from '../../src/mpaas/catalog.ts';

// Copied from the page "API Response Code"
const ON_THE_PAGE = [
  ['100', 'SUCCESS', 'Success.'],
  ['-1', 'SIGNATURE_MISMATCH', 'Signature mismatch.'],
  ['3001', 'NEED_DELIVERYTOKEN', 'The deliveryToken is empty.'],
  ['3002', 'NEED_FILE', 'The file is empty.'],
  ['3003', 'NEED_APPID_WORKSPACEID', 'The appid or workspace is empty.'],
  ['3007', 'APPID_WRONG', 'The appid or workspace is invalid.'],
  ['3008', 'OS_TYPE_NOT_SUPPORTED', 'The push platform type is not supported.'],
  ['3009', 'DELIVERY_TYPE_NOT_SUPPORTED', 'The target ID type is not supported.'],
  ['3012', 'NEED_USERID', 'The UserId is empty.'],
  ['3019', 'TASKNAME_NULL', 'The task name is empty.'],
  ['3020', 'EXPIREDSECONDS_WRONG', 'The message timeout is invalid.'],
  ['3021', 'TOKEN_OR_USERID_NULL', 'The target is empty.'],
  ['3022', 'TEMPLATE_NOT_EXIST', 'The template does not exist.'],
  ['3023', 'TEMPLATEKV_NOT_ENOUGH', 'The template parameters do not match.'],
  ['3024', 'PAYLOAD_NOT_ENOUGH', 'The title or content is empty.'],
  ['3025', 'NEED_TEMPLATE', 'The template is empty.'],
  ['3026', 'EXPIREDTIME_TOO_LONG', 'The message validity period is too long.'],
  ['3028', 'INVALID_PARAM', 'Invalid parameter.'],
  ['3029', 'SINGLE_PUSH_TARGET_TOO_MUCH', 'Too many push targets.'],
  ['3030', 'BROADCAST_ONLY_SUPPORT_BY_DEVICE', 'Only device-level broadcasts are supported.'],
  ['3031', 'REQUEST_SHOULD_BE_UTF8', 'The request body must be UTF-8 encoded.'],
  ['3032', 'REST_API_SWITCH_NOT_OPEN', 'The push API is disabled.'],
  ['3033', 'UNKNOWN_REST_SIGN_TYPE', 'The signature type is not supported.'],
  ['3035', 'EXTEND_PARAM_TO_MUCH', 'Too many extension fields. The limit is 20.'],
  ['3036', 'TEMPLATE_ALREADY_EXIST', 'The template already exists.'],
  ['3037', 'TEMPLATE_NAME_NULL', 'The template name is empty.'],
  ['3038', 'TEMPLATE_NAME_INVALID', 'The template name is invalid.'],
  ['3039', 'TEMPLATE_CONTENT_INVALID', 'The template content is invalid.'],
  ['3040', 'TEMPLATE_TITLE_INVALID', 'The template title is invalid.'],
  ['3041', 'TEMPLATE_DESC_INFO_INVALID', 'The template description is invalid.'],
  ['3042', 'TEMPLATE_URI_INVALID', 'The template URI is invalid.'],
  ['3043', 'SINGLE_PUSH_CONTENT_TOO_LONG', 'The message body is too long.'],
  ['3044', 'INVALID_EXTEND_PARAM', 'Invalid extension parameter.'],
  [
    '3049',
    'MULTIPLE_INNER_EXTEND_PARAM_TO_MUCH',
    'The number of internal extension parameters for a batch push must be less than 10.',
  ],
  ['3050', 'MSG_PAYLOAD_TOO_LONG', 'The message payload is too long.'],
  [
    '3051',
    'BROADCAST_ALL_USER_NEED_UNBIND_PERIOD',
    'Broadcasting to all users (logged-on and logged-out) requires the detach parameter.',
  ],
  ['3052', 'BROADCAST_ALL_USER_UNBIND_PERIOD_INVALID', 'The broadcast detach parameter is invalid.'],
  [
    '3053',
    'BROADCAST_ALL_USER_NOT_SUPPORT_SELFCHANNEL_ANDROID',
    'Broadcasting to all users through a self-built channel is not supported.',
  ],
  ['3054', 'DELIVERYTOKEN_INVALID', 'The self-built channel token is invalid.'],
  ['3055', 'MULTIPLE_TARGET_NUMBER_TOO_MUCH', 'Too many targets for a batch push.'],
  ['3056', 'TEMPLATE_NUM_TOO_MUCH', 'Too many templates.'],
  ['3057', 'ANDROID_CHANNEL_PARAM_INVALID', 'The androidChannel parameter is invalid.'],
  ['3058', 'BADGE_ADD_NUM_INVALID', 'The badge parameter is invalid.'],
  [
    '3059',
    'BADGE_ADD_NUM_NEED_BADGE_CLASS',
    'The badge_add_num parameter requires the badge_class parameter.',
  ],
  [
    '8014',
    'ACCOUNT_NO_PERMISSION',
    'The account does not have the required permission. Verify that the AccessKey pair (AK/SK) matches the appId and workspaceId.',
  ],
  ['8017', 'URL_NULL_ERROR', 'For more information, see HarmonyOS Mini Program redirection.'],
  [
    '8018',
    'BROADCAST_ALL_USER_TIME_RANGE_INVALID',
    'The time range specified for a time-range-based broadcast push is invalid.',
  ],
  ['9000', 'SYSTEM_ERROR', 'System error.'],
] as const;

const ELSEWHERE = [
  '8011',
  '8012',
  '8013',
  'Throttling*',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'SignatureNonceUsed',
  'InvalidTimeStamp.Expired',
  'InvalidTimeStamp.Format',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
  'Missing*',
  'InvalidApi.NotFound',
];

const UNCONFIRMED = [
  'InvalidSecurityToken.Expired',
  'InvalidSecurityToken*',
  'InvalidVersion',
  'NoPermission',
  'Forbidden*',
  'ServiceUnavailable',
  'InternalError',
];

const TABLE: CatalogTable = MPAAS_CODES;
const withConfidence = (confidence: string): string[] =>
  Object.keys(TABLE).filter((code) => TABLE[code]?.source.confidence === confidence);

describe("mPaaS's catalog", () => {
  it('holds 48 codes of the page', () => {
    expect(ON_THE_PAGE).toHaveLength(48);
  });

  it.each(ON_THE_PAGE)('has %s %s with the exact description', (code, name, message) => {
    expect(TABLE[code]).toMatchObject({ name, message, source: { confidence: 'page' } });
  });

  it('has no other code of the page but OK, the result code of a revoke', () => {
    const codes: string[] = ON_THE_PAGE.map(([code]) => code);
    expect(withConfidence('page').sort()).toEqual([...codes, 'OK'].sort());
  });

  it('marks what is documented for other operations or products', () => {
    expect(withConfidence('elsewhere').sort()).toEqual([...ELSEWHERE].sort());
  });

  it('marks what no page of the vendor confirms', () => {
    expect(withConfidence('unconfirmed').sort()).toEqual([...UNCONFIRMED].sort());
  });

  it('gives the names of the three codes documented for templates', () => {
    expect([TABLE['8011']?.name, TABLE['8012']?.name, TABLE['8013']?.name]).toEqual([
      'FLOW_CONTROL_ERROR',
      'INVALID_INSTANCE_ID',
      'INVALID_TENANT_ID',
    ]);
  });

  it('has no HTTP status from the vendor', () => {
    const confidences = Object.values(MPAAS_HTTP).map(({ source }) => source.confidence);
    expect(new Set(confidences)).toEqual(new Set(['unconfirmed']));
  });
});
