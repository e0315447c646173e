/** Huawei's limits of one revoke request. See the revoke page's sections on constraints and parameters. */
export const HUAWEI_LIMITS = {
  /** The most push tokens in one request; the vendor calls it the "current configured value". */
  tokensPerRequest: 1000,
  /** The most bytes of a body, not counting the bytes of the token strings. */
  bodyBytesWithoutTokens: 4096,
  notifyId: { min: 0, max: 2_147_483_647 },
} as const;
