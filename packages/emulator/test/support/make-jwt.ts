import { constants, sign } from 'node:crypto';
import type { ServiceAccount } from '../../src/index.ts';

export interface JwtParts {
  readonly header?: object;
  readonly claims?: object;
  /** Bytes; `'max'` is what node:crypto takes when nothing is said. */
  readonly saltLength?: number | 'max';
  /** Signs with another key than the one it names. */
  readonly privateKey?: string;
}

/** A JWT by node:crypto, which shares nothing with what the emulator verifies with. Good for an hour from `now`. */
export function makeJwt(account: ServiceAccount, nowMs: number, parts: JwtParts = {}): string {
  const now = Math.floor(nowMs / 1000);
  const header = { kid: account.key_id, typ: 'JWT', alg: 'PS256', ...parts.header };
  const claims = {
    aud: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
    iss: account.sub_account,
    iat: now,
    exp: now + 3600,
    ...parts.claims,
  };
  const signed = `${encode(header)}.${encode(claims)}`;
  const { saltLength = 32 } = parts;
  const signature = sign('sha256', Buffer.from(signed), {
    key: parts.privateKey ?? account.private_key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: saltLength === 'max' ? constants.RSA_PSS_SALTLEN_MAX_SIGN : saltLength,
  });
  return `${signed}.${signature.toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
