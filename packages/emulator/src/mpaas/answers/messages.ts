/** The result codes of Message Push with their names and texts, copied from the vendor's pages. */
export const MPAAS_MESSAGES = {
  '100': { name: 'SUCCESS', message: 'Success.' },
  '-1': { name: 'SIGNATURE_MISMATCH', message: 'Signature mismatch.' },
  '3001': { name: 'NEED_DELIVERYTOKEN', message: 'The deliveryToken is empty.' },
  '3002': { name: 'NEED_FILE', message: 'The file is empty.' },
  '3003': { name: 'NEED_APPID_WORKSPACEID', message: 'The appid or workspace is empty.' },
  '3007': { name: 'APPID_WRONG', message: 'The appid or workspace is invalid.' },
  '3008': { name: 'OS_TYPE_NOT_SUPPORTED', message: 'The push platform type is not supported.' },
  '3009': { name: 'DELIVERY_TYPE_NOT_SUPPORTED', message: 'The target ID type is not supported.' },
  '3012': { name: 'NEED_USERID', message: 'The UserId is empty.' },
  '3019': { name: 'TASKNAME_NULL', message: 'The task name is empty.' },
  '3020': { name: 'EXPIREDSECONDS_WRONG', message: 'The message timeout is invalid.' },
  '3021': { name: 'TOKEN_OR_USERID_NULL', message: 'The target is empty.' },
  '3022': { name: 'TEMPLATE_NOT_EXIST', message: 'The template does not exist.' },
  '3023': { name: 'TEMPLATEKV_NOT_ENOUGH', message: 'The template parameters do not match.' },
  '3024': { name: 'PAYLOAD_NOT_ENOUGH', message: 'The title or content is empty.' },
  '3025': { name: 'NEED_TEMPLATE', message: 'The template is empty.' },
  '3026': { name: 'EXPIREDTIME_TOO_LONG', message: 'The message validity period is too long.' },
  '3028': { name: 'INVALID_PARAM', message: 'Invalid parameter.' },
  '3029': { name: 'SINGLE_PUSH_TARGET_TOO_MUCH', message: 'Too many push targets.' },
  '3030': {
    name: 'BROADCAST_ONLY_SUPPORT_BY_DEVICE',
    message: 'Only device-level broadcasts are supported.',
  },
  '3031': { name: 'REQUEST_SHOULD_BE_UTF8', message: 'The request body must be UTF-8 encoded.' },
  '3032': { name: 'REST_API_SWITCH_NOT_OPEN', message: 'The push API is disabled.' },
  '3033': { name: 'UNKNOWN_REST_SIGN_TYPE', message: 'The signature type is not supported.' },
  '3035': { name: 'EXTEND_PARAM_TO_MUCH', message: 'Too many extension fields. The limit is 20.' },
  '3036': { name: 'TEMPLATE_ALREADY_EXIST', message: 'The template already exists.' },
  '3037': { name: 'TEMPLATE_NAME_NULL', message: 'The template name is empty.' },
  '3038': { name: 'TEMPLATE_NAME_INVALID', message: 'The template name is invalid.' },
  '3039': { name: 'TEMPLATE_CONTENT_INVALID', message: 'The template content is invalid.' },
  '3040': { name: 'TEMPLATE_TITLE_INVALID', message: 'The template title is invalid.' },
  '3041': { name: 'TEMPLATE_DESC_INFO_INVALID', message: 'The template description is invalid.' },
  '3042': { name: 'TEMPLATE_URI_INVALID', message: 'The template URI is invalid.' },
  '3043': { name: 'SINGLE_PUSH_CONTENT_TOO_LONG', message: 'The message body is too long.' },
  '3044': { name: 'INVALID_EXTEND_PARAM', message: 'Invalid extension parameter.' },
  '3049': {
    name: 'MULTIPLE_INNER_EXTEND_PARAM_TO_MUCH',
    message: 'The number of internal extension parameters for a batch push must be less than 10.',
  },
  '3050': { name: 'MSG_PAYLOAD_TOO_LONG', message: 'The message payload is too long.' },
  '3051': {
    name: 'BROADCAST_ALL_USER_NEED_UNBIND_PERIOD',
    message: 'Broadcasting to all users (logged-on and logged-out) requires the detach parameter.',
  },
  '3052': {
    name: 'BROADCAST_ALL_USER_UNBIND_PERIOD_INVALID',
    message: 'The broadcast detach parameter is invalid.',
  },
  '3053': {
    name: 'BROADCAST_ALL_USER_NOT_SUPPORT_SELFCHANNEL_ANDROID',
    message: 'Broadcasting to all users through a self-built channel is not supported.',
  },
  '3054': { name: 'DELIVERYTOKEN_INVALID', message: 'The self-built channel token is invalid.' },
  '3055': { name: 'MULTIPLE_TARGET_NUMBER_TOO_MUCH', message: 'Too many targets for a batch push.' },
  '3056': { name: 'TEMPLATE_NUM_TOO_MUCH', message: 'Too many templates.' },
  '3057': { name: 'ANDROID_CHANNEL_PARAM_INVALID', message: 'The androidChannel parameter is invalid.' },
  '3058': { name: 'BADGE_ADD_NUM_INVALID', message: 'The badge parameter is invalid.' },
  '3059': {
    name: 'BADGE_ADD_NUM_NEED_BADGE_CLASS',
    message: 'The badge_add_num parameter requires the badge_class parameter.',
  },
  '8014': {
    name: 'ACCOUNT_NO_PERMISSION',
    message:
      'The account does not have the required permission. Verify that the AccessKey pair (AK/SK) matches the appId and workspaceId.',
  },
  '8017': {
    name: 'URL_NULL_ERROR',
    message: 'For more information, see HarmonyOS Mini Program redirection.',
  },
  '8018': {
    name: 'BROADCAST_ALL_USER_TIME_RANGE_INVALID',
    message: 'The time range specified for a time-range-based broadcast push is invalid.',
  },
  '9000': { name: 'SYSTEM_ERROR', message: 'System error.' },
  // Of the pages on templates and device states; the page of the codes has them not.
  '8011': { name: 'FLOW_CONTROL_ERROR', message: 'Throttling.' },
  '8012': { name: 'INVALID_INSTANCE_ID', message: 'Check the AppID and WorkspaceID.' },
  '8013': { name: 'INVALID_TENANT_ID', message: 'Invalid TenantID.' },
} as const;

export type MpaasCode = keyof typeof MPAAS_MESSAGES;

/** The code of a success. */
export const SUCCESS = '100';

/** Whether the vendor's pages list the code. */
export function isMpaasCode(code: string): code is MpaasCode {
  return Object.hasOwn(MPAAS_MESSAGES, code);
}

/** What the vendor's table says of a code, in its two ways. */
export function wordsOf(code: string): { readonly name: string; readonly message: string } {
  if (isMpaasCode(code)) return MPAAS_MESSAGES[code];
  return { name: code, message: `Code ${code}, which the vendor's pages do not list.` };
}
