import type { DoorSettings } from '../settings/door-settings.ts';
import { Refusal } from '../../answers/refusal.ts';
import { checkOrigin } from './check-origin.ts';
import { findKey } from './find-key.ts';
import type { Identity } from './identity.ts';
import { networkOf } from './network-of.ts';
import { verifyAccess, type AccessKeys } from './verify-access.ts';

const BEARER = /^Bearer +([!-~]{1,512})$/i;
const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };
const PERIOD_SECONDS = '60';

/**
 * Finds out who calls. A key goes before what Cloudflare Access says, which is there on every request where it stands
 * in front. Refuses whoever proves nothing; and tells an address with too many wrong tries to wait, which a right key
 * from there need not.
 */
export async function identify(
  request: Request,
  settings: DoorSettings,
  accessKeys: AccessKeys,
): Promise<Identity> {
  const { headers } = request;
  const authorization = headers.get('Authorization');
  const assertion = settings.access && headers.get('Cf-Access-Jwt-Assertion');
  if (authorization === null && (assertion ?? null) === null) {
    throw new Refusal('unauthorized', { headers: CHALLENGE });
  }
  if (authorization === null) checkOrigin(request, settings.corsOrigins);
  const identity =
    authorization === null
      ? await byAssertion(assertion ?? '', settings, accessKeys)
      : await byKey(authorization, settings);
  if (identity !== undefined) return identity;
  // Cloudflare sets it; a caller cannot
  const address = headers.get('CF-Connecting-IP') ?? 'unknown';
  const { success } = await settings.failedAttempts.limit({ key: networkOf(address) });
  if (!success) throw new Refusal('too-many-attempts', { headers: { 'Retry-After': PERIOD_SECONDS } });
  throw new Refusal('unauthorized', { headers: CHALLENGE });
}

async function byKey(authorization: string, { keys }: DoorSettings): Promise<Identity | undefined> {
  const offered = BEARER.exec(authorization)?.[1];
  const key = offered === undefined ? undefined : await findKey(offered, keys);
  return key && { by: key.id, apps: key.apps, scopes: key.scopes };
}

const byAssertion = async (
  assertion: string,
  { access }: DoorSettings,
  accessKeys: AccessKeys,
): Promise<Identity | undefined> => access && verifyAccess(assertion, access, accessKeys);
