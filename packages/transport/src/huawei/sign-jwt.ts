import { SignJWT, type CryptoKey } from 'jose';

/** Fixed by Huawei for every service account. */
export const HUAWEI_AUDIENCE = 'https://oauth-login.cloud.huawei.com/oauth2/v3/token';

/** How long a token lives, in seconds. Huawei recommends it, and refuses more than a day. */
export const TOKEN_LIFETIME_S = 3600;

/** What a token is made of. */
export interface JwtFacts {
  readonly key: CryptoKey;
  /** The service account's `key_id`. */
  readonly keyId: string;
  /** The service account's `sub_account`. */
  readonly subAccount: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

/**
 * Signs the token that Huawei takes as a Bearer: PS256, that is RSA-PSS with SHA-256 and a salt of 32 bytes.
 *
 * @see https://developer.huawei.com/consumer/cn/doc/harmonyos-guides/push-jwt-token
 */
export function signJwt({ key, keyId, subAccount, issuedAt }: JwtFacts): Promise<string> {
  return new SignJWT({
    iss: subAccount,
    aud: HUAWEI_AUDIENCE,
    iat: issuedAt,
    exp: issuedAt + TOKEN_LIFETIME_S,
  })
    .setProtectedHeader({ kid: keyId, typ: 'JWT', alg: 'PS256' })
    .sign(key);
}
