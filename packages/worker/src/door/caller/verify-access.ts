import { createRemoteJWKSet, customFetch, jwksCache, jwtVerify, type JWKSCacheInput } from 'jose';
import { JOSEError } from 'jose/errors';
import type { AccessSettings } from '../settings/door-settings.ts';
import type { Identity } from './identity.ts';

/** How the keys of Cloudflare Access are fetched, and where they are kept meanwhile: plain data, that jose refreshes. */
export interface AccessKeys {
  readonly cache: JWKSCacheInput;
  readonly fetch: typeof fetch;
}

/** Whom Cloudflare Access vouches for; `undefined` where it does not. Rejects where its keys cannot be had. */
export async function verifyAccess(
  assertion: string,
  { issuer, audience, grants }: AccessSettings,
  { cache, fetch }: AccessKeys,
): Promise<Identity | undefined> {
  // Made anew for each request: it holds the promise of its fetch, which no other request may wait for on Workers
  const keys = createRemoteJWKSet(new URL(`${issuer}/cdn-cgi/access/certs`), {
    [customFetch]: fetch,
    [jwksCache]: cache,
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
    return { by, apps: grant?.apps ?? [], scopes: grant?.scopes ?? [] };
  } catch (error) {
    if (error instanceof JOSEError && !isOfFetch(error)) return undefined;
    throw error;
  }
}

const isName = (claim: unknown): claim is string => typeof claim === 'string' && claim !== '';

/** The keys did not come, or are no keys: that says nothing of the assertion. */
const isOfFetch = ({ code }: JOSEError): boolean =>
  ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'].includes(code);
