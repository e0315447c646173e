import { createRemoteJWKSet, customFetch, jwksCache, jwtVerify, type JWKSCacheInput } from 'jose';
import { JOSEError } from 'jose/errors';
import type { AccessSettings } from '../settings/door-settings.ts';
import { Refusal } from '../../answers/refusal.ts';
import type { Identity } from './identity.ts';

/** What is known of the keys of Cloudflare Access: plain data, as no request may wait for what another has begun. */
export interface AccessCache {
  /** jose refreshes them. */
  readonly keys: JWKSCacheInput;
  /** Before then they are not asked for again, since they could not be had. Wall clock, in milliseconds. */
  notBefore: number;
}

/** How the keys of Cloudflare Access are fetched, and where they are kept meanwhile. */
export interface AccessKeys {
  readonly cache: AccessCache;
  readonly fetch: typeof fetch;
}

const PAUSE_SECONDS = 10;

/** Whom Cloudflare Access vouches for; `undefined` where it does not. Refuses where its keys cannot be had. */
export async function verifyAccess(
  assertion: string,
  { issuer, audience, grants }: AccessSettings,
  { cache, fetch }: AccessKeys,
): Promise<Identity | undefined> {
  // Made anew for each request: it holds the promise of its fetch, which no other request may wait for on Workers
  const keys = createRemoteJWKSet(new URL(`${issuer}/cdn-cgi/access/certs`), {
    [customFetch]: (url, options) =>
      Date.now() < cache.notBefore
        ? Promise.reject(new Error('a moment ago they failed'))
        : fetch(url, options),
    [jwksCache]: cache.keys,
  });
  try {
    const { payload } = await jwtVerify(assertion, keys, {
      issuer,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat'],
    });
    // Of a person, of a service token, or what else it stands for
    const by = [payload['email'], payload['common_name'], payload.sub].find(isName);
    if (by === undefined) return undefined;
    const grant = grants.get(by.toLowerCase()) ?? grants.get('*');
    // No key is called so: the id of one may well be somebody's name here
    return { by: `access:${by}`, apps: grant?.apps ?? [], scopes: grant?.scopes ?? [] };
  } catch (error) {
    if (error instanceof JOSEError && !isOfFetch(error)) return undefined;
    const isKnown = Date.now() < cache.notBefore;
    if (!isKnown) cache.notBefore = Date.now() + PAUSE_SECONDS * 1000;
    throw new Refusal('access-unavailable', {
      headers: { 'Retry-After': String(PAUSE_SECONDS) },
      ...(!isKnown && { cause: error }),
    });
  }
}

const isName = (claim: unknown): claim is string => typeof claim === 'string' && claim !== '';

/** The keys did not come, or are no keys: that says nothing of the assertion. */
const isOfFetch = ({ code }: JOSEError): boolean =>
  ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'].includes(code);
