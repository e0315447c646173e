/**
 * What the Alibaba Cloud gateway says to a request that it does not let through: the texts of the pages of other
 * products behind it, and for a few what is known of it in general. Message Push has no page on it.
 */
export const GATEWAY_MESSAGES = {
  'InvalidApi.NotFound': 'Specified api is not found,please check your url and method.',
  InvalidVersion: 'Specified parameter Version is not valid.',
  IncompleteSignature: 'The request signature does not conform to Aliyun standards.',
  SignatureDoesNotMatch: 'Specified signature is not matched with our calculation.',
  SignatureNonceUsed: 'Specified signature nonce was used already.',
  'InvalidTimeStamp.Format': 'Specified time stamp or date value is not well formatted.',
  'InvalidTimeStamp.Expired': 'Specified time stamp or date value is expired.',
  'InvalidAccessKeyId.NotFound': 'Specified access key is not found.',
  'InvalidAccessKeyId.Inactive': 'Specified access key is disabled.',
  'InvalidSecurityToken.Expired': 'Specified SecurityToken is expired.',
  'InvalidSecurityToken.MismatchWithAccessKey': 'Specified SecurityToken is invalid.',
  NoPermission: 'You are not authorized to do this action.',
  'Forbidden.RAM': 'User not authorized to operate on the specified resource.',
  'Throttling.User': 'Request was denied due to request throttling.',
  ServiceUnavailable: 'The request has failed due to a temporary failure of the server.',
  InternalError: 'The request processing has failed due to some unknown error.',
} as const;

export type GatewayCode = keyof typeof GATEWAY_MESSAGES | `Missing${string}`;

/** What the gateway says with a code. */
export function gatewayMessage(code: string): string {
  if (Object.hasOwn(GATEWAY_MESSAGES, code)) {
    return GATEWAY_MESSAGES[code as keyof typeof GATEWAY_MESSAGES]; // it has the code, so it is a key
  }
  const parameter = /^Missing(.+)$/.exec(code)?.[1];
  if (parameter !== undefined) return `${parameter} is mandatory for this action.`;
  if (code.startsWith('Throttling')) return GATEWAY_MESSAGES['Throttling.User'];
  return `Code ${code}, which the emulator does not know.`;
}

/**
 * The HTTP status that goes with a code of the gateway. They vary from product to product; these are the ones that
 * the pages of other push products and of the common errors name most often.
 */
export function gatewayStatus(code: string): number {
  switch (code) {
    case 'InvalidApi.NotFound':
    case 'InvalidAccessKeyId.NotFound':
      return 404;
    case 'NoPermission':
      return 403;
    case 'InternalError':
      return 500;
    case 'ServiceUnavailable':
      return 503;
    default:
      return code.startsWith('Forbidden') ? 403 : 400;
  }
}
