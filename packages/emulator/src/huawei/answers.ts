/**
 * The vendor's business codes and their texts, copied from the vendor's pages: the message-revoke page, and for
 * the last rows the page of `messages:send`.
 */
export const HUAWEI_MESSAGES = {
  '80000000': 'Success.',
  '80100001': 'Check Parameter Error.',
  '80100003': 'Illegal payload, {errorTips}.',
  '80100020': 'Check Parameter Partial Success.',
  '80200001': 'Authentication Error.',
  '80200003': 'Access token expired.',
  '80200005': 'Jwt token expired.',
  '80300002': 'No permission to send message to these tmIDs.',
  '80300007': 'All the tokens are invalid.',
  '80300010': 'token count should within {0} and {1}.',
  '80300017': 'Token app count should not exceed 1.',
  '80300028': 'Token app mismatch with specify app.',
  '80300032': 'No permission to revoke messages.',
  '80000001': 'CommonService Error.',
  // Of messages:send; the revoke page says 80300008 in its text only.
  '80100000': 'Check Parameter Partial Success.',
  '80300008': 'Push message size is too long.',
  '80300036': 'JWT expire period over threshold.',
  '81000001': 'Inner Error.',
} as const;

export type HuaweiCode = keyof typeof HUAWEI_MESSAGES;

/** Whether the vendor's pages list the code. */
export function isHuaweiCode(code: string): code is HuaweiCode {
  return Object.hasOwn(HUAWEI_MESSAGES, code);
}

/**
 * The HTTP status that goes with a code. The vendor lists seven statuses and many codes, and nowhere which goes
 * with which: 401 is described by Authorization, 400 by "look at the business code", 500 by "internal error".
 */
export function defaultStatus(code: string): number {
  switch (code) {
    case '80000000':
    case '80100000':
    case '80100020':
      return 200;
    case '80000001':
    case '81000001':
      return 500;
    default:
      return code.startsWith('802') ? 401 : 400;
  }
}
