import { Refusal, authenticationError } from '../refusal.ts';
import { AUDIENCE, type RegisteredKey } from '../service-account.ts';
import type { GoodSignatures } from './good-signatures.ts';
import { type ParsedJwt, parseJwt } from './parse-jwt.ts';

const ONE_DAY_SECONDS = 86_400;

/** A JWT that was found good. */
export interface Credential {
  readonly key: RegisteredKey;
  /** Seconds since 1970, as are the JWT's own. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** What a JWT is checked against. */
export interface JwtRules {
  readonly keyById: (keyId: string) => RegisteredKey | undefined;
  /** Seconds since 1970, by the server's clock. */
  readonly nowSeconds: number;
  readonly skewSeconds: number;
  /** Those that need no second look. */
  readonly goodSignatures: GoodSignatures;
}

/**
 * Checks a JWT: form, `alg` and `typ`, `kid`, signature, `aud`, `iss`, `iat` and `exp`, expiry, start, lifetime.
 *
 * @throws Refusal at the first that does not hold.
 */
export async function verifyJwt(text: string, rules: JwtRules): Promise<Credential> {
  const jwt = parseJwt(text);
  if (jwt === undefined) throw authenticationError('Authorization is not a JWT.');
  if (jwt.header['alg'] !== 'PS256' || jwt.header['typ'] !== 'JWT') {
    throw authenticationError('The JWT header must say "alg":"PS256" and "typ":"JWT".');
  }
  const { kid } = jwt.header;
  const key = typeof kid === 'string' ? rules.keyById(kid) : undefined;
  if (key === undefined) throw authenticationError('The JWT header names no known key ("kid").');
  if (!rules.goodSignatures.has(key, text)) {
    if (!(await isSignedBy(key, jwt))) throw authenticationError('The signature of the JWT does not hold.');
    rules.goodSignatures.add(key, text);
  }
  return checkClaims(jwt, key, rules);
}

/** RFC 7518, section 3.5: RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes, no other. */
function isSignedBy(key: RegisteredKey, { signature, signedBytes }: ParsedJwt): Promise<boolean> {
  return crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 32 }, key.publicKey, signature, signedBytes);
}

function checkClaims({ claims }: ParsedJwt, key: RegisteredKey, rules: JwtRules): Credential {
  const { aud, iss, iat, exp } = claims;
  if (aud !== AUDIENCE) throw authenticationError(`"aud" must be ${AUDIENCE}.`);
  if (iss !== key.subAccount) throw authenticationError('"iss" must be the sub_account of the key.');
  if (!isTime(iat) || !isTime(exp)) throw authenticationError('"iat" and "exp" must be seconds since 1970.');
  if (exp + rules.skewSeconds <= rules.nowSeconds) throw new Refusal('80200005');
  if (iat > rules.nowSeconds + rules.skewSeconds) throw authenticationError('"iat" lies in the future.');
  if (exp - iat > ONE_DAY_SECONDS) throw new Refusal('80300036');
  return { key, issuedAt: iat, expiresAt: exp };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
